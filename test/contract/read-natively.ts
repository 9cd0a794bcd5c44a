import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {NativeEngine} from "../../src/lake/native-engine.ts";
import {makeFiles} from "./files/make-files.ts";
import type {Answer} from "./read-all.ts";
import {readAll} from "./read-all.ts";

/** What native DuckDB makes of the contract's files, in Node. */
export async function readNatively(): Promise<Answer[]> {
  const work = await mkdtemp(join(tmpdir(), "contract-"));
  const engine = await NativeEngine.open({work});
  try {
    return await readAll(engine, makeFiles());
  } finally {
    engine.close();
    await rm(work, {recursive: true, force: true});
  }
}
