import type {CompileOptions} from "../lake/compile-options.ts";
import {compileLake as compile} from "../lake/compile.ts";
import type {CompileReport} from "../lake/compile-report.ts";
import {openConnectors} from "./user-connectors.ts";

/**
 * Compiles a folder of raw files into a lake, with all formats and connectors that Lakebook brings, and the user's own
 * of the folder `connectors`. In Node only. See `CompileOptions`.
 */
export async function compileLake({
  connectors,
  ...options
}: Omit<CompileOptions, "detect"> & {connectors?: string}): Promise<CompileReport> {
  const {detect, problems} = await openConnectors(connectors);
  const report = await compile({...options, detect});
  return {...report, problems: [...problems, ...report.problems]};
}
