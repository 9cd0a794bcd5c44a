import {toMessage} from "../lib/errors.ts";
import type {Reading} from "../model/table.ts";

/** The reading of a file that cannot be read: one problem, no table. */
export function refuse(path: string, what: string, where = ""): Reading {
  return {tables: [], problems: [{file: path, where, what}]};
}

/** Why a file cannot be read at all, for people. */
export function toRefusal(error: unknown): string {
  if (error instanceof RangeError) return "nested too deeply to be read";
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ERR_STRING_TOO_LONG" || code === "ERR_ENCODING_INVALID_ENCODED_DATA")
    return "too large to be read as one text (512 MB at most): write it as NDJSON, CSV or Parquet";
  return toMessage(error);
}
