import {InputError} from "../../lib/errors.ts";
import {toJson} from "../../lib/json.ts";

/** Records that are handed on at once. */
const CHUNK_RECORDS = 1000;
/** Text that is turned into bytes at once. */
const CHUNK_CHARACTERS = 1 << 18;

/** Records as lines of JSON, in pieces of bytes. */
export async function* toNdjson(
  chunks: AsyncIterable<readonly unknown[]>,
  onRecords: (count: number) => void
): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  let text = "";
  for await (const chunk of chunks) {
    onRecords(chunk.length);
    for (const record of chunk) {
      text += `${toJson(record)}\n`;
      if (text.length < CHUNK_CHARACTERS) continue;
      yield encoder.encode(text);
      text = "";
    }
  }
  if (text !== "") yield encoder.encode(text);
}

/** Lines of JSON as records, some at a time. Throws `InputError` that names the line. */
export async function* fromNdjson(
  path: string,
  pieces: AsyncIterable<Uint8Array>
): AsyncIterable<unknown[]> {
  let records: unknown[] = [];
  let line = 0;
  for await (const text of toLines(path, pieces)) {
    ++line;
    records.push(parseLine(path, line, text));
    if (records.length < CHUNK_RECORDS) continue;
    yield records;
    records = [];
  }
  if (records.length > 0) yield records;
}

async function* toLines(path: string, pieces: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true});
  const decode = (piece?: Uint8Array): string => {
    try {
      return decoder.decode(piece, {stream: piece !== undefined});
    } catch (cause) {
      throw new InputError(`no UTF-8: ${path}`, {cause});
    }
  };
  // a long line comes in many pieces, which are put together once
  let rest: string[] = [];
  for await (const piece of pieces) {
    const [first = "", ...others] = decode(piece).split("\n");
    rest.push(first);
    for (const next of others) {
      yield rest.join("");
      rest = [next];
    }
  }
  rest.push(decode());
  const last = rest.join("");
  if (last !== "") yield last;
}

function parseLine(path: string, line: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError(`no JSON: ${path}:${line}`, {cause});
  }
}
