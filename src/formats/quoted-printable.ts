/** The bytes that a quoted-printable text (RFC 2045, 6.7) stands for; a `=` that begins no pair of digits is itself. */
export function decodeQuotedPrintable(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 4);
  const encoder = new TextEncoder();
  let length = 0;
  for (let i = 0; i < text.length;) {
    const pair = text[i] === "=" ? text.slice(i + 1, i + 3) : "";
    if (/^[\dA-Fa-f]{2}$/.test(pair)) {
      bytes[length++] = parseInt(pair, 16);
      i += 3;
    } else {
      const char = String.fromCodePoint(text.codePointAt(i)!);
      length += encoder.encodeInto(char, bytes.subarray(length)).written;
      i += char.length;
    }
  }
  return bytes.slice(0, length);
}
