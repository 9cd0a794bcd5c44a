import url from "../../../src/workspace/imports/read-worker.ts?worker&url";

/** The worker that reads files, as the tests' own server has it. */
export const READER_URL = url;
