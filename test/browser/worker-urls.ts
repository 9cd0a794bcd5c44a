export {default as COMPUTE_URL} from "../../src/workspace/compute/worker.ts?bundled";
export {default as SEARCH_URL} from "../../src/workspace/search/worker.ts?bundled";
