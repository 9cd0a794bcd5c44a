/** Bytes that come in pieces as a `Blob`, which the browser may keep on disk. */
export async function toBlob(
  pieces: AsyncIterable<Uint8Array>,
  signal?: AbortSignal
): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    parts.push(new Blob([piece as Uint8Array<ArrayBuffer>]));
  }
  return new Blob(parts);
}
