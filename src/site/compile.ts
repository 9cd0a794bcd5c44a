import {detectFormat} from "../formats/formats.ts";
import type {CompileReport} from "../lake/compile-report.ts";
import {compileLake} from "../lake/compile.ts";
import {LAKE_FILE, RAW} from "./paths.ts";

/** A compilation that takes no longer says nothing. */
const SLOW_MS = 1000;

/** Compiles the site's lake, or finds that it is as it was; says on standard error what takes long. */
export async function compileSite(): Promise<CompileReport> {
  const start = performance.now();
  return compileLake({
    raw: process.env.LAKEBOOK_RAW ?? RAW,
    out: LAKE_FILE,
    detectFormat,
    onProgress({step, name, index, total}) {
      if (performance.now() - start > SLOW_MS)
        process.stderr.write(`${step} ${index + 1} of ${total}: ${name}\n`);
    }
  });
}
