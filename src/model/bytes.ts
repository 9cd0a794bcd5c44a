/** A file's bytes, wherever they lie: on disk, in a file that was dropped on a page, inside an archive. */
export interface ByteSource {
  /** The path in the lake, with forward slashes; of a file in an archive `archive.zip/folder/file.csv`. */
  readonly path: string;
  readonly size: number;
  /** The bytes from `start` up to but not with `end`; fewer where the file ends before. */
  slice(start: number, end: number): Promise<Uint8Array>;
  /** All bytes, in pieces. */
  stream(): AsyncIterable<Uint8Array>;
}

/** Bytes in memory as a source. */
export function toByteSource(path: string, bytes: Uint8Array): ByteSource {
  return {
    path,
    size: bytes.length,
    slice: (start, end) => Promise.resolve(bytes.subarray(start, end)),
    async *stream() {
      await Promise.resolve();
      yield bytes;
    }
  };
}

/** A source over a `Blob`, which goes to a worker, or to an engine, without being read. */
export interface BlobSource extends ByteSource {
  readonly blob: Blob;
}

export function isBlobSource(source: ByteSource): source is BlobSource {
  return "blob" in source && source.blob instanceof Blob;
}

/** A `Blob` or `File` as a source; it is read when asked for. */
export function toBlobSource(path: string, blob: Blob): BlobSource {
  return {
    path,
    blob,
    size: blob.size,
    slice: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
    async *stream() {
      const reader = blob.stream().getReader();
      try {
        for (;;) {
          const {done, value} = await reader.read();
          if (done) return;
          yield value;
        }
      } finally {
        await reader.cancel();
      }
    }
  };
}
