const EXPONENT_BIAS = 15;

/** IEEE half-precision bits of a number from 0 to 65504, rounded to nearest. */
export function toHalf(value: number): number {
  if (value === 0) return 0;
  const exponent = Math.max(Math.floor(Math.log2(value)), 1 - EXPONENT_BIAS);
  const mantissa = Math.round((value / 2 ** exponent) * 1024);
  // a mantissa that rounds up to 2048 carries into the exponent, and a subnormal one has none
  return ((exponent + EXPONENT_BIAS - 1) << 10) + mantissa;
}

/** The number that IEEE half-precision bits stand for. */
export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - EXPONENT_BIAS);
}
