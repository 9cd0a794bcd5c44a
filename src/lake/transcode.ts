import {createReadStream, createWriteStream} from "node:fs";
import {Transform} from "node:stream";
import {pipeline} from "node:stream/promises";
import type {TextEncoding} from "../lib/text-encoding.ts";
import {fixLegacyText} from "../lib/text-encoding.ts";

/** Writes a text file anew as UTF-8 without a byte order mark, block by block. */
export async function transcode(
  source: string,
  encoding: TextEncoding,
  target: string,
  signal?: AbortSignal
): Promise<void> {
  const decoder = new TextDecoder(encoding === "latin-1" ? "windows-1252" : encoding);
  const fix = encoding.startsWith("utf") ? (text: string) => text : fixLegacyText;
  const decode = new Transform({
    transform(chunk: Buffer, _, done) {
      done(null, fix(decoder.decode(chunk, {stream: true})));
    },
    flush(done) {
      done(null, fix(decoder.decode()));
    }
  });
  await pipeline(createReadStream(source), decode, createWriteStream(target), {signal});
}
