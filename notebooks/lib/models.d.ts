import type {ModelFacts} from "../../src/index.ts";

/** The URLs of each embedding model's files, by model and file; written by `src/site/assets.ts`. */
export const models: Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What was known of each when the site was built. */
export const modelFacts: Readonly<Record<string, ModelFacts>>;
