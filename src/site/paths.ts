/** The places of the house, relative to its root, from which every script runs. */
export const NOTEBOOKS = "notebooks";
/** What Vite builds and copies for the pages; generated, never committed. */
export const LIB = `${NOTEBOOKS}/lib`;
export const LOADERS = "loaders";
export const RAW = "data/raw";
/** The compiled lake; the loader passes it on to Framework. */
export const LAKE_FILE = ".lakebook/lake.duckdb";
/** Says which tables of the lake get their vectors when it is compiled. */
export const VECTORS_FILE = "data/vectors.json";
export const MODELS = "data/models";
export const DIST = "dist";
/** Framework's own cache of loader outputs and npm packages. */
export const FRAMEWORK_CACHE = `${NOTEBOOKS}/.observablehq/cache`;
