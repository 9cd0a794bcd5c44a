/** All pieces as one; `size` is how many bytes they have together. */
export async function joinBytes(
  pieces: AsyncIterable<Uint8Array>,
  size: number
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for await (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

/** The first bytes of the pieces; no more pieces are asked for than needed. */
export async function takeBytes(
  pieces: AsyncIterable<Uint8Array>,
  count: number
): Promise<Uint8Array> {
  const bytes = new Uint8Array(count);
  let offset = 0;
  for await (const piece of pieces) {
    bytes.set(piece.subarray(0, count - offset), offset);
    offset = Math.min(count, offset + piece.length);
    if (offset === count) break;
  }
  return bytes.subarray(0, offset);
}
