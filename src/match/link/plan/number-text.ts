const NUMBER = /^[^\p{L}\d.,+-]{0,3}([+-]?\d[\d,' ]*(?:\.\d+)?|[+-]?\.\d+)[^\p{L}\d]{0,3}$/u;
const DECIMAL_COMMA = /^([^\d]*[+-]?\d[\d. ]*),(\d{1,2})([^\d]*)$/;

/** The number that a text tells, with a sign of money or per cent beside it; undefined where it tells none. */
export function toNumber(text: string): number | undefined {
  const pointed = text.replace(DECIMAL_COMMA, (_, whole: string, part: string, rest: string) => {
    return `${whole.replace(/[. ]/g, "")}.${part}${rest}`;
  });
  const digits = NUMBER.exec(pointed)?.[1];
  return digits === undefined ? undefined : Number(digits.replace(/[,' ]/g, ""));
}
