import {InputError} from "../lib/errors.ts";
import {decodeText} from "../lib/text-encoding.ts";

/** V8's longest string is of 2^29 - 24 characters; the ends of a file that is as long are better known before. */
const MAX_BYTES = 2 ** 29 - 24;

/**
 * A file as one text: by the encoding that is asked for, else by what its bytes show. Throws `InputError` where it is
 * too large for one text, or where the encoding is unknown.
 */
export function decodeBytes(
  bytes: Uint8Array,
  encoding?: string
): {readonly text: string; readonly encoding: string} {
  if (bytes.length > MAX_BYTES)
    throw new InputError(
      `too large to be read as one text: ${Math.round(bytes.length / 2 ** 20)} MB (512 MB at most); write it as NDJSON, CSV or Parquet`
    );
  if (encoding === undefined) return decodeText(bytes);
  return {text: createTextDecoder(encoding).decode(bytes), encoding};
}

/** A decoder by a label. Throws `InputError` where no decoder is called so. */
export function createTextDecoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch (error) {
    throw new InputError(`encoding not known: ${label}`, {cause: error});
  }
}
