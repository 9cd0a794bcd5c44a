/** The upper half of the character set of the first IBM PC, in which ZIP names are written that are not UTF-8. */
const UPPER =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/** A name in an archive: UTF-8, whether it says so or not, or else code page 437. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    // a question, not a failure
    return Array.from(bytes, (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : UPPER[byte - 0x80]!
    ).join("");
  }
}
