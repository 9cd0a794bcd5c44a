/** One field of a protocol buffer message: its number and its bytes, key included. */
export type Field = Uint8Array;

const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** A whole number, not negative. */
export function int(field: number, value: number): Field {
  return Uint8Array.from([...toVarint(field * 8 + VARINT), ...toVarint(value)]);
}

export function text(field: number, value: string): Field {
  return bytes(field, new TextEncoder().encode(value));
}

export function bytes(field: number, value: Uint8Array): Field {
  return concat([
    Uint8Array.from([...toVarint(field * 8 + LENGTH_DELIMITED), ...toVarint(value.length)]),
    value
  ]);
}

/** A message within a message. */
export function message(field: number, fields: readonly Field[]): Field {
  return bytes(field, concat(fields));
}

/** The bytes of a message. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function toVarint(value: number): number[] {
  const low = value % 128;
  return value < 128 ? [value] : [low | 128, ...toVarint((value - low) / 128)];
}
