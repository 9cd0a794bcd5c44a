import {expect, test} from "vitest";
import {readTables} from "../../../src/formats/delimited/read-tables.ts";
import type {Pollution} from "./pollutions.ts";
import {makeMembers, makeOrders, pollute} from "./pollutions.ts";

/** Of 82, the flaws that may remain; the figures are what the reader reaches, and no worse. */
const tables = [
  {name: "84 orders", table: makeOrders("a"), least: 82},
  {name: "60 members", table: makeMembers("b"), least: 82},
  {name: "30 orders", table: makeOrders("zz", 30), least: 82},
  {name: "12 members", table: makeMembers("c", 12), least: 81}
];

/** What differs from the clean table; undefined where nothing does. */
function findDifference({text, names, rows}: Pollution): string | undefined {
  const [table] = readTables(text.replace(/^\ufeff/, ""));
  if (!table) return "no table";
  const {plan} = table;
  const found = plan.columns.map(({name}) => name);
  if (names === null ? plan.header !== 0 : found.join("\n") !== names.join("\n"))
    return `names ${found.join("|")}`;
  if (table.rows.length !== rows.length) return `${table.rows.length} of ${rows.length} rows`;
  const odd = table.rows.findIndex(({fields}, i) => fields.join("\n") !== rows[i]!.join("\n"));
  return odd < 0 ? undefined : `row ${odd + 1}: ${table.rows[odd]!.fields.join("|")}`;
}

test.each(tables)(
  "readTables(text) sees the clean table through at least $least of 82 pollutions of $name",
  ({table, least}) => {
    const pollutions = pollute(table);
    const failures = pollutions.flatMap((pollution) => {
      const difference = findDifference(pollution);
      return difference === undefined ? [] : [`${pollution.what}: ${difference}`];
    });
    expect(pollutions).toHaveLength(82);
    expect(failures.slice(82 - least)).toEqual([]);
  }
);
