import {encode} from "uqr";

/** A QR code as one SVG path: a square of `size` units, with the quiet zone of four that scanners ask for. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

const QUIET_ZONE = 4;

/** The QR code of a text, with error correction M: a label that lost a corner can still be read. */
export function toQrPath(text: string): QrPath {
  const {size, data} = encode(text, {ecc: "M", border: QUIET_ZONE});
  const runs: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; ++x) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) ++x;
      runs.push(`M${start} ${y}h${x - start + 1}v1H${start}z`);
    }
  });
  return {size, path: runs.join("")};
}
