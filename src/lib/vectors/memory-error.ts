import {UnavailableError} from "../errors.ts";

/** What is thrown where vectors need more memory than there is. */
export function toMemoryError(bytes: number, cause?: unknown): UnavailableError {
  const megabytes = Math.ceil(bytes / 2 ** 20).toLocaleString("en-US");
  return new UnavailableError(
    `memory for vectors not available: ${megabytes} MB; close other pages, or search fewer texts`,
    {cause}
  );
}
