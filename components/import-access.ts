import type {Imports, Workspace} from "../src/index.ts";
import {UnavailableError} from "../src/index.ts";

/** Files and batches of a workspace. Throws `UnavailableError` where the browser keeps nothing. */
export function toImports(workspace: Workspace): Imports {
  if (workspace.storeFailure) throw workspace.storeFailure;
  const {imports} = workspace as Workspace & {readonly imports?: Imports};
  if (!imports) throw new UnavailableError("imports are not available in this workspace");
  return imports;
}

/** Whether `toImports` gives something. */
export function canImport(workspace: Workspace): boolean {
  return workspace.storeFailure === undefined && "imports" in workspace;
}
