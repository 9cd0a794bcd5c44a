import type {CompileReport} from "../lake/compile-report.ts";
import {toProblemLines} from "../lake/compile-report.ts";
import {compileLake} from "../workspace/compile.ts";
import {LAKE_FILE, RAW, VECTORS_FILE} from "./paths.ts";

/** What takes no longer says nothing; what does says so once in that time. */
const REPORT_EVERY_MS = 1000;
/** The lake page lists them all. */
const SAID_PROBLEMS = 5;

/** Compiles the site's lake, or finds that it is as it was; says on standard error what takes long, and what could not be read. */
export async function compileSite(): Promise<CompileReport> {
  let reported = performance.now();
  const report = await compileLake({
    raw: process.env.LAKEBOOK_RAW ?? RAW,
    out: LAKE_FILE,
    vectors: process.env.LAKEBOOK_VECTORS ?? VECTORS_FILE,
    onProgress({step, name, index, total}) {
      if (performance.now() - reported < REPORT_EVERY_MS) return;
      reported = performance.now();
      process.stderr.write(`${step} ${index + 1} of ${total}: ${name}\n`);
    }
  });
  if (report.wasWritten)
    for (const line of toProblemLines(report, SAID_PROBLEMS)) process.stderr.write(`${line}\n`);
  return report;
}
