const TABLE = Uint32Array.from({length: 256}, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; ++bit) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The checksum of ZIP (CRC-32 of ISO 3309), of bytes that come after those of which `crc` is the checksum. */
export function updateCrc32(crc: number, bytes: Uint8Array): number {
  let state = ~crc;
  for (let i = 0; i < bytes.length; ++i) state = TABLE[(state ^ bytes[i]!) & 0xff]! ^ (state >>> 8);
  return ~state >>> 0;
}
