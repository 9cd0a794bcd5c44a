import {isUtf8} from "node:buffer";
import {createHash} from "node:crypto";
import {open} from "node:fs/promises";

const BLOCK_BYTES = 1 << 20;

/** What a file's bytes are, as a whole. */
export interface Fingerprint {
  readonly sha256: string;
  readonly isUtf8: boolean;
}

/** Reads a file once, block by block. */
export async function fingerprint(path: string, signal?: AbortSignal): Promise<Fingerprint> {
  const hash = createHash("sha256");
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  const file = await open(path);
  try {
    let valid = true;
    /** The bytes of a character that the last block cut. */
    let carried = 0;
    for (;;) {
      signal?.throwIfAborted();
      const {bytesRead} = await file.read(block, carried, BLOCK_BYTES - carried, null);
      hash.update(block.subarray(carried, carried + bytesRead));
      const bytes = block.subarray(0, carried + bytesRead);
      if (bytesRead === 0) return {sha256: hash.digest("hex"), isUtf8: valid && carried === 0};
      if (!valid) continue;
      const end = bytes.length - countCutBytes(bytes);
      valid = isUtf8(bytes.subarray(0, end));
      carried = valid ? bytes.copy(block, 0, end) : 0;
    }
  } finally {
    await file.close();
  }
}

/** The fingerprint of bytes that are in memory. */
export function fingerprintBytes(bytes: Uint8Array): Fingerprint {
  return {sha256: createHash("sha256").update(bytes).digest("hex"), isUtf8: isUtf8(bytes)};
}

/** How many bytes at the end begin a character that they do not end. */
function countCutBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); ++back) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}
