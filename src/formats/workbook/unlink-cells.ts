const LESS = 0x3c;
const COLON = 0x3a;
const NAME = new TextEncoder().encode("hyperlink ");
/** In place of the first letter of `hyperlink`. */
const UNKNOWN = 0x5f;
/** Longer prefixes are none that a program writes. */
const MAX_PREFIX = 64;

/**
 * Makes the hyperlinks of a sheet's XML unknown elements, in the bytes themselves: the library makes a cell for each
 * place that a link covers, which may be a whole sheet of 17 billion, and no value is read from one.
 */
export function unlinkCells(xml: Uint8Array): void {
  for (let at = xml.indexOf(LESS); at !== -1; at = xml.indexOf(LESS, at + 1)) {
    const start = at + 1;
    if (isName(xml, start)) {
      xml[start] = UNKNOWN;
      continue;
    }
    const colon = findColon(xml, start);
    if (colon !== -1 && isName(xml, colon + 1)) xml[colon + 1] = UNKNOWN;
  }
}

function isName(xml: Uint8Array, start: number): boolean {
  return NAME.every((byte, i) => xml[start + i] === byte);
}

function findColon(xml: Uint8Array, start: number): number {
  const end = Math.min(xml.length, start + MAX_PREFIX + 1);
  for (let i = start; i < end; ++i) {
    if (xml[i] === COLON) return i;
    if (!isLetter(xml[i]!)) return -1;
  }
  return -1;
}

/** What a prefix is made of for the library. */
function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f;
}
