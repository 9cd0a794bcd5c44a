const NEWLINE = 10;
const MAX_LINE_BYTES = 1 << 20;

/** The beginning of a text file, about as long as `bytes`, up to the end of a line; all of it where it is no longer. */
export async function sliceLines(blob: Blob, bytes: number): Promise<Blob> {
  if (blob.size <= bytes + MAX_LINE_BYTES) return blob;
  const tail = new Uint8Array(await blob.slice(bytes, bytes + MAX_LINE_BYTES).arrayBuffer());
  const end = tail.indexOf(NEWLINE);
  return blob.slice(0, bytes + end + 1);
}
