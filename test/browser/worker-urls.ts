import compute from "../../src/workspace/compute/worker.ts?worker&url";
import search from "../../src/workspace/search/worker.ts?worker&url";

/** The workers as the test server bundles them. */
export const COMPUTE_URL = new URL(compute, location.href).href;
export const SEARCH_URL = new URL(search, location.href).href;
