import url from "../../../src/workspace/imports/read-worker.ts?bundled";

/** The worker that reads files, as the tests' own server has it. */
export const READER_URL = url;
