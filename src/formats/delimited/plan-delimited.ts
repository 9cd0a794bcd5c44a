import {omit} from "../../lib/omit.ts";
import type {PlanDelimited} from "../../model/delimited.ts";
import {readTables} from "./read-tables.ts";
import {parseRows} from "./rows.ts";
import {toProblems} from "./table-problems.ts";

/** Fewer rows than this tell little about those that follow. */
const MIN_ROWS = 5;

/** How a text is to be read, by its beginning and some pieces of it. */
export const planDelimited: PlanDelimited = (head, {isWhole, more = [], parse = {}}) => {
  const text = isWhole ? head : withoutCutLine(head);
  const [table, ...others] = readTables(text, parse, (plan, width) =>
    more.flatMap((piece) =>
      parseRows(piece, plan)
        .slice(1, -1)
        .filter(({fields, isBroken}) => fields.length === width && !isBroken)
        .map(({fields}) => fields)
    )
  );
  if (!table) return undefined;
  const {plan, rows} = table;
  const columns = isWhole
    ? plan.columns
    : plan.columns.map((column) => omit(column, ["isEmpty"] as const));
  return {
    ...plan,
    columns,
    isRegular: plan.isRegular && others.length === 0 && (isWhole || rows.length >= MIN_ROWS),
    notes: toProblems(table, 0)
  };
};

function withoutCutLine(head: string): string {
  const end = Math.max(head.lastIndexOf("\n"), head.lastIndexOf("\r"));
  return end > 0 ? head.slice(0, end + 1) : head;
}
