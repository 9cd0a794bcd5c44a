import {InputError} from "../../lib/errors.ts";

/** One field of a protocol buffer message: a whole number, or the bytes of a text, message or packed list. */
export interface ProtobufField {
  readonly number: number;
  readonly value: number | Uint8Array;
}

const WIRE = {varint: 0, fixed64: 1, bytes: 2, fixed32: 5} as const;

/**
 * The fields of a message, in order; bytes are views, not copies. A fixed number of 4 or 8 bytes is given as its bytes.
 * Throws `InputError` where the message is cut off or is none.
 */
export function* readFields(message: Uint8Array): Generator<ProtobufField> {
  const cursor = {at: 0};
  while (cursor.at < message.length) {
    const key = readVarint(message, cursor);
    const number = Math.floor(key / 8);
    const wire = key % 8;
    if (wire === WIRE.varint) yield {number, value: readVarint(message, cursor)};
    else if (wire === WIRE.bytes)
      yield {number, value: readBytes(message, cursor, readVarint(message, cursor))};
    else if (wire === WIRE.fixed32) yield {number, value: readBytes(message, cursor, 4)};
    else if (wire === WIRE.fixed64) yield {number, value: readBytes(message, cursor, 8)};
    else throw new InputError(`protocol buffer not understood: wire type ${wire}`);
  }
}

/** The numbers of a packed list of varints. */
export function readVarints(packed: Uint8Array): number[] {
  const cursor = {at: 0};
  const numbers: number[] = [];
  while (cursor.at < packed.length) numbers.push(readVarint(packed, cursor));
  return numbers;
}

interface Cursor {
  at: number;
}

/** Sixty-four bits, signed; exact up to 2^53. */
function readVarint(bytes: Uint8Array, cursor: Cursor): number {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = bytes[cursor.at++];
    if (byte === undefined) throw new InputError(`protocol buffer cut off: ${bytes.length} bytes`);
    value |= BigInt(byte & 127) << shift;
    if (byte < 128) return Number(BigInt.asIntN(64, value));
  }
  throw new InputError("protocol buffer not understood: a number of more than 64 bits");
}

function readBytes(bytes: Uint8Array, cursor: Cursor, length: number): Uint8Array {
  const end = cursor.at + length;
  if (length < 0 || end > bytes.length)
    throw new InputError(
      `protocol buffer cut off: ${bytes.length} bytes, ${length} more wanted at ${cursor.at}`
    );
  const view = bytes.subarray(cursor.at, end);
  cursor.at = end;
  return view;
}
