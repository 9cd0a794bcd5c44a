import {extname, resolve} from "node:path";
import {Compilation} from "./compilation.ts";
import type {CompileOptions} from "./compile-options.ts";
import type {CompileReport} from "./compile-report.ts";
import {EngineLostError} from "./engine-lost.ts";
import {findBreakers} from "./inspect.ts";
import {NativeEngine} from "./native-engine.ts";
import {beginOutput} from "./output-file.ts";
import {scanRaw} from "./scan.ts";

/**
 * Compiles a folder of raw files into one DuckDB file: tables, and the catalogue of them. A file that cannot be
 * read is a problem in the catalogue. Files that have not changed since the last time are not read again.
 * Throws `InputError` where there is no raw folder, `UnavailableError` where the lake cannot be written.
 */
export async function compileLake(options: CompileOptions): Promise<CompileReport> {
  const start = performance.now();
  const refused = new Map<string, string>();
  for (;;) {
    try {
      return {...(await compileOnce(options, refused)), elapsedMs: performance.now() - start};
    } catch (error) {
      if (!(error instanceof EngineLostError) || refused.has(error.file)) throw error;
      refused.set(error.file, error.message);
      for (const [file, what] of await findOthers(error.file, refused, options))
        refused.set(file, what);
    }
  }
}

/** Files of the same kind that break the engine too: found one by one, they would cost an attempt each. */
async function findOthers(
  lost: string,
  refused: ReadonlyMap<string, string>,
  {raw, detect, signal}: CompileOptions
): Promise<ReadonlyMap<string, string>> {
  const {files} = await scanRaw(raw, signal);
  const suspects = files.filter(({path}) => extname(path) === extname(lost) && !refused.has(path));
  return findBreakers(suspects, {detect, signal});
}

/** One attempt, with an engine of its own; it leaves out the files that broke the engine of an earlier one. */
async function compileOnce(
  options: CompileOptions,
  refused: ReadonlyMap<string, string>
): Promise<Omit<CompileReport, "elapsedMs">> {
  const out = resolve(options.out);
  const scan = await scanRaw(options.raw, options.signal);
  const output = beginOutput(out);
  try {
    const engine = await NativeEngine.open({work: output.work});
    const interrupt = (): void => engine.interrupt();
    options.signal?.addEventListener("abort", interrupt);
    try {
      return await new Compilation(engine, {scan, output, out, refused}, options).run();
    } catch (error) {
      options.signal?.throwIfAborted();
      throw error;
    } finally {
      options.signal?.removeEventListener("abort", interrupt);
      engine.close();
    }
  } finally {
    output.discard();
  }
}
