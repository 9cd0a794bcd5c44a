import {createHash} from "node:crypto";
import {createReadStream} from "node:fs";

const BLOCK_BYTES = 1 << 20;

/** A file's SHA-256 in hexadecimal, read block by block. */
export async function fingerprint(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  for await (const block of createReadStream(path, {highWaterMark: BLOCK_BYTES, signal}))
    hash.update(block as Buffer);
  return hash.digest("hex");
}
