import {detect} from "../connectors/detect.ts";
import type {CompileOptions} from "../lake/compile-options.ts";
import {compileLake as compile} from "../lake/compile.ts";
import type {CompileReport} from "../lake/compile-report.ts";

/** Compiles a folder of raw files into a lake, with all formats that Lakebook reads. In Node only. See `CompileOptions`. */
export function compileLake(options: Omit<CompileOptions, "detect">): Promise<CompileReport> {
  return compile({...options, detect});
}
