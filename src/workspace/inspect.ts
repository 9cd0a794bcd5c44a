import type {Inspection} from "../lake/inspect.ts";
import {inspectFiles as inspect} from "../lake/inspect.ts";
import {openConnectors} from "./user-connectors.ts";

/** What the lake would make of files, with all that Lakebook reads and the user's own connectors. In Node only. */
export async function* inspectFiles(
  paths: readonly string[],
  {signal, connectors}: {signal?: AbortSignal; connectors?: string} = {}
): AsyncGenerator<Inspection> {
  const {detect} = await openConnectors(connectors);
  yield* inspect(paths, {detect, signal});
}
