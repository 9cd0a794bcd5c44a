import {formatMoney} from "../../model/values/money.ts";
import type {Fact} from "./fact.ts";

const SIGNS: Readonly<Record<string, string>> = {"€": "EUR", "£": "GBP", $: "USD", "¥": "JPY"};
const CODES = "EUR|USD|GBP|CHF|SEK|NOK|DKK|JPY|PLN|CZK|CAD|AUD";
const NUMBER = String.raw`\d{1,3}(?:[ ,.'’]\d{3})+(?:[.,]\d{2})?|\d+(?:[.,]\d{1,2})?`;
const AMOUNT = new RegExp(
  String.raw`(?<![\w.,])(?:(?<before>[€£$¥]|(?:${CODES})\b)\s?(?<first>${NUMBER})|(?<second>${NUMBER})\s?(?<after>[€£¥]|(?:${CODES})\b))(?![\w]|[.,]\d)`,
  "gu"
);

/** Amounts of money with their currency; a number alone is none. */
export function findAmounts(text: string): Fact[] {
  return Array.from(text.matchAll(AMOUNT), ({0: found, index, groups = {}}): Fact => {
    const mark = groups.before ?? groups.after!;
    const value = formatMoney(toNumber(groups.first ?? groups.second!), SIGNS[mark] ?? mark);
    return {kind: "amount", value, start: index, end: index + found.length};
  });
}

/** The last comma or dot is that of decimals where one or two digits follow it. */
function toNumber(text: string): number {
  const [, whole = text, decimals = ""] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  return Number(`${whole.replace(/\D/g, "")}.${decimals || "0"}`);
}
