import {createReadStream} from "node:fs";
import {open} from "node:fs/promises";
import type {ByteSource} from "../model/bytes.ts";

const PIECE_BYTES = 1 << 20;

/** A file on this machine. */
export class DiskSource implements ByteSource {
  readonly path: string;
  /** Where it lies. */
  readonly absolute: string;
  readonly size: number;

  constructor({path, absolute, bytes}: {path: string; absolute: string; bytes: number}) {
    this.path = path;
    this.absolute = absolute;
    this.size = bytes;
  }

  async slice(start: number, end: number): Promise<Uint8Array> {
    const length = Math.max(0, Math.min(end, this.size) - start);
    const bytes = new Uint8Array(length);
    const file = await open(this.absolute);
    try {
      let filled = 0;
      while (filled < length) {
        const {bytesRead} = await file.read(bytes, filled, length - filled, start + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    } finally {
      await file.close();
    }
  }

  stream(): AsyncIterable<Uint8Array> {
    return createReadStream(this.absolute, {highWaterMark: PIECE_BYTES});
  }
}
