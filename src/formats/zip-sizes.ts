const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const MAX_COMMENT_BYTES = 0xffff;

/** The bytes that a zip archive says it unpacks to, from its directory; undefined where it is no whole archive. */
export function sumZipSizes(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = bytes.length - END_BYTES;
  for (let end = last; end >= Math.max(0, last - MAX_COMMENT_BYTES); --end) {
    if (view.getUint32(end, true) !== END_SIGNATURE) continue;
    let entry = view.getUint32(end + 16, true);
    let sum = 0;
    for (let i = view.getUint16(end + 10, true); i > 0; --i) {
      if (entry + ENTRY_BYTES > bytes.length || view.getUint32(entry, true) !== ENTRY_SIGNATURE)
        return undefined;
      sum += view.getUint32(entry + 24, true);
      const [name, extra, comment] = [28, 30, 32].map((at) => view.getUint16(entry + at, true));
      entry += ENTRY_BYTES + name! + extra! + comment!;
    }
    return sum;
  }
  return undefined;
}
