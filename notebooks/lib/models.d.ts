/** The URLs of each embedding model's files, by model and file; written by `src/site/assets.ts`. */
export const models: Readonly<Record<string, Readonly<Record<string, string>>>>;
