const DIGITS = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/**
 * The number that a text writes, null where it writes none. Blanks, apostrophes and the mark that is not the decimal
 * one may stand between thousands; of two different marks the last is the decimal one. A lone comma counts as the
 * decimal mark unless exactly three digits follow it; `decimal` settles that where the file is known.
 */
export function toNumber(text: string, decimal?: "." | ","): number | null {
  let plain = text
    .trim()
    .replace(/[\s'’\u00a0\u202f]/g, "")
    .replace("−", "-");
  const mark = decimal ?? guessDecimal(plain);
  plain = mark === "," ? plain.replaceAll(".", "").replace(",", ".") : plain.replaceAll(",", "");
  return DIGITS.test(plain) ? Number(plain) : null;
}

/** The same, for a count: null where the number is no whole one that counts exactly. */
export function toInteger(text: string): number | null {
  const number = toNumber(text);
  return number !== null && Number.isSafeInteger(number) ? number : null;
}

function guessDecimal(text: string): "." | "," {
  const comma = text.lastIndexOf(",");
  if (comma < 0) return ".";
  if (text.includes(".")) return comma > text.lastIndexOf(".") ? "," : ".";
  const isThousands = text.indexOf(",") !== comma || /,\d{3}$/.test(text);
  return isThousands ? "." : ",";
}
