import {afterAll, beforeAll, expect, test} from "vitest";
import {commands} from "vitest/browser";
import type {BrowserLake} from "../../../src/lake/wasm-lake.ts";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import {makeFiles} from "../../contract/files/make-files.ts";
import type {Answer} from "../../contract/read-all.ts";
import {readAll} from "../../contract/read-all.ts";
import {ENGINE} from "../lake/engine.ts";

declare module "vitest/browser" {
  interface BrowserCommands {
    /** What native DuckDB makes of the contract's files, in Node (see `vitest.config.ts`). */
    readNatively(): Promise<Answer[]>;
  }
}

const TIMEOUT_MS = 180_000;

let lake: BrowserLake;
let here: readonly Answer[];
let natively: readonly Answer[];

beforeAll(async () => {
  lake = await openWasmLake(ENGINE);
  here = await lake.withFiles((files) => readAll(files, makeFiles()));
  natively = await commands.readNatively();
}, TIMEOUT_MS);
afterAll(() => lake.close());

test("every file of the contract gives the same tables, rows, problems and rejects in the browser as in Node", () => {
  const known = new Map(natively.map((answer) => [answer.path, answer]));
  const others = here.filter(
    (answer) => JSON.stringify(answer) !== JSON.stringify(known.get(answer.path))
  );
  expect(others).toEqual(others.map(({path}) => known.get(path)));
  expect(here).toHaveLength(natively.length);
});
