/// <reference types="vite/client" />

/** See `bundled-workers.ts`. */
declare module "*?bundled" {
  const url: string;
  export default url;
}
