import type {PlanDelimited} from "../../model/delimited.ts";
import {readTables} from "./read-tables.ts";

/** How a text is to be read, by its beginning; undefined where nothing is in it. */
export const planDelimited: PlanDelimited = (head, {isWhole, parse = {}}) => {
  const text = isWhole ? head : withoutCutLine(head);
  const tables = readTables(text, isWhole ? parse : {...parse, footer: parse.footer ?? 0});
  const plan = tables[0]?.plan;
  if (!plan) return undefined;
  return {...plan, isRegular: plan.isRegular && tables.length === 1};
};

function withoutCutLine(head: string): string {
  const end = Math.max(head.lastIndexOf("\n"), head.lastIndexOf("\r"));
  return end > 0 ? head.slice(0, end + 1) : head;
}
