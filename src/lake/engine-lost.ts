import {toEngineMessage} from "./engine-message.ts";

/** A file at which DuckDB failed so badly that it answers nothing any more; a new engine must leave the file out. */
export class EngineLostError extends Error {
  override readonly name = "EngineLostError";
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(`the file breaks the engine: ${toEngineMessage(cause)}`, {cause});
    this.file = file;
  }
}

/** True of the errors after which an engine is of no use. */
export function isEngineLost(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(FATAL|INTERNAL) Error|database has been invalidated/.test(error.message)
  );
}
