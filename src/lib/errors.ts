/**
 * What a user did or gave cannot be used. The message says what, where and what to do;
 * pages show it as it is, the command line prints it and exits with 1.
 */
export class InputError extends Error {
  override readonly name: string = "InputError";
}

/** A place that is needed (storage, a file, a model) cannot be reached or is full. */
export class UnavailableError extends Error {
  override readonly name: string = "UnavailableError";
}

/** A query that the engine refused, with the place in its SQL where the engine said so. */
export class QueryError extends InputError {
  override readonly name: string = "QueryError";
  readonly sql: string;
  /** The offset in `sql`, in UTF-16 units; absent where the engine names none. */
  readonly offset: number | undefined;

  constructor(
    message: string,
    {sql, offset, cause}: {sql: string; offset?: number; cause?: unknown}
  ) {
    super(message, {cause});
    this.sql = sql;
    this.offset = offset;
  }
}

/** The text of whatever was thrown. */
export function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** True of the error that an `AbortSignal` makes: somebody asked to stop, nothing failed. */
export function isAbortError(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
