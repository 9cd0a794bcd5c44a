/*
 * Functions by sums and products only, which every machine rounds in the same way; those of `Math` may differ in their last
 * bits between two versions of one engine. Good to about 1e-15, and slow.
 */

const LN_2 = 0.6931471805599453;
const EXP_TERMS = 16;
const LOG_TERMS = 40;

/** e to the power of x. */
export function exp(x: number): number {
  const twos = Math.round(x / LN_2);
  if (twos < -1000) return 0;
  const rest = x - twos * LN_2;
  let sum = 1;
  for (let i = EXP_TERMS; i > 0; --i) sum = 1 + (sum * rest) / i;
  // halved and doubled step by step: what `**` gives differs in its last bits too
  for (let i = twos; i < 0; ++i) sum /= 2;
  for (let i = 0; i < twos; ++i) sum *= 2;
  return sum;
}

/** The natural logarithm of x, which is above 0. */
export function log(x: number): number {
  let twos = 0;
  let rest = x;
  for (; rest > 1.5; rest /= 2) ++twos;
  for (; rest < 0.75; rest *= 2) --twos;
  const ratio = (rest - 1) / (rest + 1);
  let sum = 0;
  for (let i = LOG_TERMS; i > 0; --i) sum = sum * ratio * ratio + 1 / (2 * i - 1);
  return 2 * ratio * sum + twos * LN_2;
}

/** x, which is above 0, to the power of `exponent`. */
export function power(x: number, exponent: number): number {
  return exp(exponent * log(x));
}
