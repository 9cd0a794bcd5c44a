const UNITS = ["kB", "MB", "GB", "TB"];

/** A number of bytes for people: `512 B`, `1.2 GB`. */
export function toByteText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let value = bytes;
  let unit = "";
  for (const next of UNITS) {
    if (value < 999.5) break;
    value /= 1000;
    unit = next;
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
