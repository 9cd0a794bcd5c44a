const encoder: readonly string[] = Array.from({length: 256}, (_, i) =>
  i.toString(16).padStart(2, "0")
);

/**
 * A UUID of version 7 (RFC 9562): 48 bits of time in milliseconds, then random bits,
 * so that ids sort by the time they were made. Ids of one time sort by `sequence`, where it is given, which takes
 * the place of 12 random bits (and runs ahead of the clock by a millisecond for each 4,096).
 */
export function createUuid(now: number = Date.now(), sequence?: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const [ahead, order] =
    sequence === undefined ? [0, undefined] : [Math.floor(sequence / 4096), sequence % 4096];
  for (let i = 0; i < 6; ++i) bytes[i] = Math.floor((now + ahead) / 2 ** (8 * (5 - i))) & 0xff;
  if (order !== undefined) [bytes[6], bytes[7]] = [order >> 8, order & 0xff];
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => encoder[byte]).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
