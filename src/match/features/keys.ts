import {foldText} from "../../lib/text.ts";
import type {Feature} from "../match-record.ts";

const SAME = 0.99;
const OTHER = -0.7;

/** What only one thing may have: the same says that they are one, another one that they are two. */
export const compareKeys: Feature = (a, b) =>
  Object.entries(a.keys).flatMap(([field, value]) => {
    const other = Object.hasOwn(b.keys, field) ? b.keys[field] : undefined;
    if (other === undefined) return [];
    const isSame = foldText(value.trim()) === foldText(other.trim());
    return [
      isSame
        ? {what: `same ${toName(field)}: ${value}`, weight: SAME}
        : {what: `another ${toName(field)}: ${other}`, weight: OTHER}
    ];
  });

function toName(field: string): string {
  return field.replaceAll("_", " ");
}
