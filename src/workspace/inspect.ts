import type {Inspection} from "../lake/inspect.ts";
import {inspectFiles as inspect, toRefusal} from "../lake/inspect.ts";
import {openConnectors} from "./user-connectors.ts";

/**
 * What the lake would make of files, with all that Lakebook reads and the user's own connectors; then the modules of
 * those that something is wrong with, as files that are refused. In Node only.
 */
export async function* inspectFiles(
  paths: readonly string[],
  {signal, connectors}: {signal?: AbortSignal; connectors?: string} = {}
): AsyncGenerator<Inspection> {
  const {detect, problems} = await openConnectors(connectors);
  yield* inspect(paths, {detect, signal});
  for (const {file, what} of problems) yield toRefusal(file, what);
}
