import {toNumber} from "../kit/numbers.ts";

/** The mark before the cents in the amounts of a file; undefined where they do not tell. */
export function guessDecimal(texts: readonly string[]): "." | "," | undefined {
  const counts = {".": 0, ",": 0};
  for (const text of texts) {
    const mark = /([.,])\d{1,2}\D*$/.exec(text)?.[1];
    if (mark === "." || mark === ",") ++counts[mark];
  }
  if (counts["."] === counts[","]) return undefined;
  return counts["."] > counts[","] ? "." : ",";
}

/**
 * An amount of money: with a currency's sign, a minus before or after it, in brackets (out), or marked `DR`, `S` (out)
 * or `CR`, `H` (in). Null where there is none.
 */
export function toAmount(text: string, decimal?: "." | ","): number | null {
  const plain = text.trim();
  const isOut = /^\(.*\)$|[-−]\s*$|\b(?:DR|D|S)\.?$/i.test(plain);
  const digits = plain
    .replace(/\b(?:DR|CR|[DSHC])\.?$/i, "")
    .replace(/[^\d.,'’+\-−\s]/g, "")
    .replace(/[-−]\s*$/, "")
    .trim();
  const number = digits === "" ? null : toNumber(digits, decimal);
  return number !== null && isOut ? -Math.abs(number) : number;
}
