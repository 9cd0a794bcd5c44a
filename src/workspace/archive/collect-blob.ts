/** Bytes that are handed to the browser at once, which may keep them on the disk. */
const PART_BYTES = 8 * 2 ** 20;

/** Pieces as one blob, and what their maker gives at the end; never all of them in this page's own memory. */
export async function collectBlob<T>(
  pieces: AsyncGenerator<Uint8Array, T>,
  type: string
): Promise<{blob: Blob; result: T}> {
  const parts: Blob[] = [];
  let waiting: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const next = await pieces.next();
    if (next.done) {
      const blob = new Blob([...parts, ...(waiting as BlobPart[])], {type});
      return {blob, result: next.value};
    }
    waiting.push(next.value);
    size += next.value.length;
    if (size < PART_BYTES) continue;
    parts.push(new Blob(waiting as BlobPart[]));
    waiting = [];
    size = 0;
  }
}
