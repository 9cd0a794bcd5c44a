import type {TextEncoding} from "../lib/text-encoding.ts";
import {fixLegacyText} from "../lib/text-encoding.ts";
import type {ByteSource} from "../model/bytes.ts";

/** A text file as UTF-8 without a byte order mark, piece by piece. */
export async function* transcode(
  source: ByteSource,
  encoding: TextEncoding
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding === "latin-1" ? "windows-1252" : encoding);
  const encoder = new TextEncoder();
  const isLegacy = encoding === "latin-1" || encoding === "windows-1252";
  const fix = isLegacy ? fixLegacyText : (text: string) => text;
  for await (const piece of source.stream())
    yield encoder.encode(fix(decoder.decode(piece, {stream: true})));
  yield encoder.encode(fix(decoder.decode()));
}
