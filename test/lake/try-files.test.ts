import {expect, test} from "vitest";
import {EngineLostError} from "../../src/lake/engine-lost.ts";
import type {NativeEngine} from "../../src/lake/native-engine.ts";
import {tryFiles} from "../../src/lake/try-files.ts";

const countTables = async (engine: NativeEngine, file: string): Promise<number> => {
  if (file === "breaks") throw new EngineLostError(file, new Error("INTERNAL Error: gone"));
  await engine.run(`CREATE TABLE ${file} AS SELECT 1 AS a`);
  return (await engine.rows("FROM duckdb_tables()")).length;
};

test("tryFiles(files, work) goes on with a new engine after a file that breaks it", async () => {
  const outcomes = [];
  for await (const outcome of tryFiles(["a", "b", "breaks", "c"], countTables))
    outcomes.push(outcome instanceof EngineLostError ? outcome.file : outcome);
  expect(outcomes).toEqual([1, 2, "breaks", 1]);
});

test("tryFiles(files, work) ends with whatever else is thrown, and at a stop", async () => {
  const fail = (): Promise<never> => Promise.reject(new Error("no"));
  await expect(tryFiles(["a"], fail).next()).rejects.toThrow("no");
  const stopped = tryFiles(["a"], countTables, AbortSignal.abort());
  await expect(stopped.next()).rejects.toMatchObject({name: "AbortError"});
});
