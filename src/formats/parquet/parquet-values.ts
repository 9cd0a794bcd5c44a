import type {Value} from "../../model/column.ts";

const MS_PER_DAY = 86_400_000;
const MAX_DATE_MS = 8.64e15;
const UTF8 = new TextDecoder();

/** A day, counted from 1970. */
export function toDays(value: unknown): Value {
  return new Date((value as number) * MS_PER_DAY);
}

/** A moment in microseconds since 1970. */
export function toInstant(micros: bigint): Value {
  const ms = Number(micros) / 1000;
  return micros % 1000n === 0n && Math.abs(ms) <= MAX_DATE_MS ? new Date(ms) : micros;
}

export function toSignedInteger(value: unknown): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : (value as bigint);
}

export function toText(value: unknown): string {
  return typeof value === "string" ? value : UTF8.decode(value as Uint8Array);
}

/** A decimal by its scaled integer, which lies as a number or as bytes in two's complement, most significant first. */
export function toDecimalText(value: unknown, scale: number): string {
  const integer =
    value instanceof Uint8Array ? toBigInteger(value) : BigInt(value as number | bigint);
  const digits = (integer < 0n ? -integer : integer).toString().padStart(scale + 1, "0");
  const sign = integer < 0n ? "-" : "";
  return scale === 0
    ? `${sign}${digits}`
    : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function toBigInteger(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  let integer = 0n;
  for (const byte of bytes) integer = (integer << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, integer);
}

/** A time of day by its ticks since midnight, with so many digits behind the seconds. */
export function toTimeText(ticks: bigint, digits = 6): string {
  const perSecond = 10n ** BigInt(digits);
  const clock = new Date(Number(ticks / perSecond) * 1000).toISOString().slice(11, 19);
  const fraction = String(ticks % perSecond)
    .padStart(digits, "0")
    .replace(/0+$/, "");
  return fraction === "" ? clock : `${clock}.${fraction}`;
}

export function toUuidText(value: unknown): string {
  return toHexText(value as Uint8Array).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

export function toHexText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Months, days and milliseconds, each as 32 bits, least significant byte first. */
export function toIntervalText(value: unknown): string {
  const bytes = value as Uint8Array;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [months, days, ms] = [0, 4, 8].map((offset) => view.getUint32(offset, true));
  return `${months} months ${days} days ${ms} milliseconds`;
}

/** A half-precision number of IEEE 754, least significant byte first. */
export function toFloat16(value: unknown): number {
  const [low = 0, high = 0] = value as Uint8Array;
  const sign = high & 0x80 ? -1 : 1;
  const exponent = (high >> 2) & 0x1f;
  const fraction = ((high & 3) << 8) | low;
  if (exponent === 0) return sign * 2 ** -14 * (fraction / 1024);
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}
