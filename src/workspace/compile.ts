import type {CompileOptions} from "../lake/compile-options.ts";
import {compileLake as compile} from "../lake/compile.ts";
import type {CompileReport} from "../lake/compile-report.ts";
import {toCleaner} from "./lake-recipes.ts";
import {openLakeMeaning} from "./meaning/lake-meaning.ts";
import {openConnectors} from "./user-connectors.ts";

/**
 * Compiles a folder of raw files into a lake, with all formats and connectors that Lakebook brings, the user's own
 * connectors of the folder `connectors`, and the recipes in the raw folder. In Node only. See `CompileOptions`.
 */
export async function compileLake({
  connectors,
  vectors,
  ...options
}: Omit<CompileOptions, "detect" | "toCleaner" | "settings" | "addition"> & {
  connectors?: string;
  /** A file that says which tables are embedded at build time (`readVectorPlan`). */
  vectors?: string;
}): Promise<CompileReport> {
  const {detect, problems, version} = await openConnectors(connectors);
  return compile({
    ...options,
    detect,
    problems,
    toCleaner,
    settings: version,
    addition: await openLakeMeaning(vectors)
  });
}
