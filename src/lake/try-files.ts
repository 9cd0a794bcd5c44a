import {randomBytes} from "node:crypto";
import {mkdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {EngineLostError} from "./engine-lost.ts";
import {NativeEngine} from "./native-engine.ts";

/**
 * What `work` gives for each file, in order, or the error of a file that broke the engine: the next ones go on with a new
 * engine. Whatever else is thrown ends it.
 */
export async function* tryFiles<F, T>(
  files: Iterable<F>,
  work: (engine: NativeEngine, file: F) => Promise<T>,
  signal?: AbortSignal
): AsyncGenerator<T | EngineLostError> {
  const folder = join(tmpdir(), `lakebook-try-${randomBytes(8).toString("hex")}`);
  mkdirSync(folder, {recursive: true});
  let engine = await NativeEngine.open({work: folder});
  try {
    for (const file of files) {
      signal?.throwIfAborted();
      try {
        yield await work(engine, file);
      } catch (error) {
        if (!(error instanceof EngineLostError)) throw error;
        engine.close();
        engine = await NativeEngine.open({work: folder});
        yield error;
      }
    }
  } finally {
    engine.close();
    rmSync(folder, {recursive: true, force: true});
  }
}
