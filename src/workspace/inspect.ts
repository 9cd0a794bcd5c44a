import {detect} from "../connectors/detect.ts";
import type {Inspection} from "../lake/inspect.ts";
import {inspectFiles as inspect} from "../lake/inspect.ts";

/** What the lake would make of files, with all formats that Lakebook reads. In Node only. */
export function inspectFiles(
  paths: readonly string[],
  {signal}: {signal?: AbortSignal} = {}
): AsyncGenerator<Inspection> {
  return inspect(paths, {detect, signal});
}
