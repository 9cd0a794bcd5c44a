/** Lines of base64 that are worth to be left out: some 12 KB. */
const RUN = /(?:[A-Za-z\d+/]{60,76}\r?\n){200,}(?:[A-Za-z\d+/]+={0,2}\r?\n?)?/g;
const MIN_BYTES = 12_000;
const MAX_HEADER = 8192;
const MARK = "lakebook left out bytes: ";

/**
 * A message whose large attachments are left out: only their size is asked for, and decoding them takes most of the
 * time. In their place stands a mark with the size, which `findLeftOut` reads.
 */
export function shrinkAttachments(bytes: Uint8Array): Uint8Array {
  if (bytes.length < MIN_BYTES) return bytes;
  // one character a byte, so that places in the text are places in the bytes
  const text = new TextDecoder("latin1").decode(bytes);
  const pieces: Uint8Array[] = [];
  let done = 0;
  for (const {0: run, index} of text.matchAll(RUN)) {
    if (!isAttachment(text, index)) continue;
    const digits = run.replace(/[\r\n=]+/g, "").length;
    const mark = `${btoa(MARK + String(Math.floor((digits * 3) / 4)))}\r\n`;
    pieces.push(bytes.subarray(done, index), new TextEncoder().encode(mark));
    done = index + run.length;
  }
  if (done === 0) return bytes;
  pieces.push(bytes.subarray(done));
  const whole = new Uint8Array(pieces.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The size that a mark stands for; null where a content is none. */
export function findLeftOut(content: Uint8Array): number | null {
  if (content.length > MARK.length + 20) return null;
  const text = new TextDecoder("latin1").decode(content);
  return text.startsWith(MARK) ? Number(text.slice(MARK.length)) : null;
}

/** Whether what begins here is the body of a part in base64 that is no text. */
function isAttachment(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - MAX_HEADER), index);
  const header = before.slice(before.lastIndexOf("\n--") + 1);
  return (
    /\r?\n\r?\n$/.test(header) &&
    /^content-transfer-encoding:\s*base64/im.test(header) &&
    /^content-type:\s*(?!text\/|message\/|multipart\/)\w/im.test(header)
  );
}
