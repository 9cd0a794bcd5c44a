import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Lake} from "../../../src/lake/lake.ts";
import {openNativeLake} from "../../../src/lake/native-lake.ts";
import {toEntryType} from "../../../src/model/entry-type.ts";
import type {Entry} from "../../../src/model/entry.ts";
import type {ViewFilter} from "../../../src/model/view.ts";
import {FILTER_OPS} from "../../../src/model/view.ts";
import {toDataTable} from "../../../src/workspace/mirror/mirror-tables.ts";
import {toMirrorTypes} from "../../../src/workspace/mirror/mirror-types.ts";
import {findColumn, toTotals, toViewKind} from "../../../src/workspace/views/view-columns.ts";
import {toFilterOps} from "../../../src/workspace/views/view-filter.ts";
import type {ViewQuery} from "../../../src/workspace/views/view-sql.ts";
import {
  findViewProblems,
  toGroupsSql,
  toTotalsSql,
  toViewSql
} from "../../../src/workspace/views/view-sql.ts";

const THING = toEntryType({
  name: "select",
  titleField: "name",
  schema: {
    type: "object",
    properties: {
      name: {type: "string"},
      'a"b': {type: "string"},
      n: {type: "integer"},
      price: {type: "number", "x-lakebook": {kind: "money"}},
      ok: {type: "boolean"},
      day: {type: "string", format: "date"},
      at: {type: "string", format: "date-time"},
      clock: {type: "string", "x-lakebook": {kind: "clock"}},
      span: {type: "string", "x-lakebook": {kind: "span"}},
      colours: {type: "array", items: {type: "string"}},
      place: {type: "object", "x-lakebook": {kind: "place"}},
      rows: {type: "string"}
    }
  }
});
const RELATION = toMirrorTypes([THING]).get("select")!;

const ROWS: readonly Record<string, unknown>[] = [
  {
    name: 'Émile\'s "box"; drop table',
    'a"b': "50% _off",
    n: "9007199254740993",
    price: 0.1,
    ok: true,
    day: "2024-02-29",
    at: "2024-02-29T23:30:00Z",
    clock: "18:30",
    span: "PT1H30M",
    colours: ["red", "it's"],
    place: {latitude: 1, longitude: 2, label: "O'Hare"},
    rows: "x"
  },
  {
    name: "apple",
    'a"b': "",
    n: 2,
    price: 0.2,
    ok: false,
    day: "2024-03-01",
    span: "PT2H",
    colours: []
  },
  {name: "Äpfel", n: 10, rows: "X"}
];

const ALL: ViewQuery = {columns: null, sort: [], filters: [], text: "", group: null, totals: {}};

let lake: Lake;
beforeAll(async () => {
  lake = await openNativeLake();
  const entries = ROWS.map((fields, i): Entry => ({
    id: `id${i}`,
    type: "select",
    slug: `s${i}`,
    title: String(fields["name"]),
    fields,
    tags: i === 0 ? ["new tag"] : [],
    source: null,
    created: i,
    updated: i,
    revision: 1
  }));
  await lake.insert(
    {schema: "ws", name: RELATION.relation},
    toDataTable(RELATION.relation, RELATION.columns, entries)
  );
});
afterAll(() => lake.close());

async function titles(view: Partial<ViewQuery>): Promise<string[]> {
  const {rows} = await read(toViewSql({...ALL, columns: ["title"], ...view}, RELATION));
  return rows.map(([title]) => (title as string).slice(0, 5));
}

async function read(sql: string): Promise<{rows: unknown[][]; columns: readonly string[]}> {
  const result = await lake.query(sql);
  const rows = Array.from({length: result.numRows}, (_, row) =>
    result.columns.map((_, column) => result.value(row, column))
  );
  return {rows, columns: result.columns};
}

function where(column: string, op: ViewFilter["op"], value?: unknown): Promise<string[]> {
  return titles({filters: [{column, op, value}]});
}

describe("toViewSql", () => {
  test("toViewSql() of a plain view gives all columns but plumbing, the last changed first", async () => {
    const sql = toViewSql(ALL, RELATION);
    expect(sql).toContain('FROM ws."select"\nORDER BY "updated" DESC, "id" DESC');
    const {columns, rows} = await read(sql);
    expect(columns).toEqual([
      "title",
      'a"b',
      ...["n", "price", "ok", "day", "at", "clock", "span", "colours", "place", "rows"],
      ...["tags", "updated"]
    ]);
    expect(rows.map(([title]) => title)).toEqual(ROWS.map(({name}) => name).reverse());
  });

  test.each([
    ["title", "is", 'Émile\'s "box"; drop table', ["Émile"]],
    ["title", "is not", "apple", ["Äpfel", "Émile"]],
    ["title", "contains", "EMILE'S", ["Émile"]],
    ["title", "starts with", "ap", ["Äpfel", "apple"]],
    ["title", "is one of", ["apple", "x'y"], ["apple"]],
    ["title", "is one of", [], ["Äpfel", "apple", "Émile"]],
    ["n", "is", "", ["Äpfel", "apple", "Émile"]],
    ['a"b', "contains", "50% _", ["Émile"]],
    ['a"b', "contains", "%", ["Émile"]],
    ['a"b', "is empty", undefined, ["Äpfel", "apple"]],
    ['a"b', "is not empty", undefined, ["Émile"]],
    ['a"b', "is not", "50% _off", ["Äpfel", "apple"]],
    ["n", "is", "9007199254740993", ["Émile"]],
    ["n", "at least", 3, ["Äpfel", "Émile"]],
    ["n", "at most", "2", ["apple"]],
    ["n", "is one of", [2, 10], ["Äpfel", "apple"]],
    ["price", "at least", 0.15, ["apple"]],
    ["price", "is empty", undefined, ["Äpfel"]],
    ["ok", "is", true, ["Émile"]],
    ["ok", "is not", true, ["Äpfel", "apple"]],
    ["day", "is", "2024-02-29", ["Émile"]],
    ["day", "at least", "2024-03-01", ["apple"]],
    ["at", "is", "2024-02-29", ["Émile"]],
    ["at", "at most", "2024-02-29", ["Émile"]],
    ["clock", "at least", "18:00", ["Émile"]],
    ["span", "at least", "PT100M", ["apple"]],
    ["colours", "contains", "IT'S", ["Émile"]],
    ["colours", "is one of", ["it's", "blue"], ["Émile"]],
    ["colours", "is empty", undefined, ["Äpfel", "apple"]],
    ["place", "contains", "o'hare", ["Émile"]],
    ["tags", "contains", "new", ["Émile"]]
  ] as const)("toViewSql() filters: %s %s %j", async (column, op, value, expected) => {
    expect(await where(column, op, value)).toEqual(expected);
  });

  test("toViewSql() takes every operation that is offered for a column", async () => {
    const samples: Record<string, unknown> = {
      number: 1,
      boolean: true,
      date: "2024-01-01",
      moment: "2024-01-01",
      time: "10:00",
      span: "P1D"
    };
    for (const column of RELATION.columns) {
      const kind = toViewKind(column);
      for (const op of toFilterOps(kind)) {
        expect(FILTER_OPS).toContain(op);
        await where(column.name, op, samples[kind] ?? "x");
      }
      for (const total of toTotals(column))
        await read(toTotalsSql({...ALL, totals: {[column.name]: total}}, RELATION));
    }
  });

  test("toViewSql() finds words in titles, texts, lists and tags, whatever their case and accents", async () => {
    expect(await titles({text: "emile BOX"})).toEqual(["Émile"]);
    expect(await titles({text: "apf"})).toEqual(["Äpfel"]);
    expect(await titles({text: "it's tag"})).toEqual(["Émile"]);
    expect(await titles({text: "nowhere"})).toEqual([]);
  });

  test("toViewSql() sorts by several columns, what is empty last either way", async () => {
    const sort = (column: string, descending: boolean) => ({column, descending});
    expect(await titles({sort: [sort("day", true)]})).toEqual(["apple", "Émile", "Äpfel"]);
    expect(await titles({sort: [sort("day", false)]})).toEqual(["Émile", "apple", "Äpfel"]);
    expect(await titles({sort: [sort("title", false)]})).toEqual(["Äpfel", "apple", "Émile"]);
    expect(await titles({sort: [sort("rows", true), sort("n", true)]})).toEqual([
      "Émile",
      "Äpfel",
      "apple"
    ]);
  });

  test("toGroupsSql() gives groups in the order of the rows, with their totals", async () => {
    const view = {
      ...ALL,
      group: "rows",
      totals: {price: "sum", n: "max"} as const,
      columns: ["rows"]
    };
    const groups = await read(toGroupsSql(view, RELATION));
    expect(groups.rows).toEqual([
      ["X", 1, null, 10],
      ["x", 1, 0.1, 9007199254740993n],
      [null, 1, 0.2, 2]
    ]);
    const {rows} = await read(toViewSql(view, RELATION));
    expect(rows.flat()).toEqual(["X", "x", null]);
  });

  test("toTotalsSql() counts the rows and works out the totals of what is filtered", async () => {
    const totals = {
      price: "sum",
      'a"b': "empty",
      colours: "count",
      day: "min",
      n: "distinct"
    } as const;
    const {rows} = await read(
      toTotalsSql({...ALL, totals, filters: [{column: "ok", op: "is not empty"}]}, RELATION)
    );
    expect(rows).toEqual([[2, 0.3, 1, 1, new Date("2024-02-29"), 2]]);
  });

  test("findViewProblems() names what of an old view the type does not have, and toViewSql() refuses a filter of it", () => {
    const broken: ViewQuery = {
      columns: ["gone"],
      sort: [{column: "gone", descending: false}],
      filters: [
        {column: "gone", op: "is", value: 1},
        {column: "n", op: "contains", value: 1},
        {column: "n", op: "is", value: "1; drop table x"},
        {column: "day", op: "is", value: "2024-02-30"}
      ],
      text: "",
      group: "colours",
      totals: {title: "sum", gone: "sum"}
    };
    expect(findViewProblems(broken, RELATION)).toEqual([
      "column of a filter not found: gone",
      "filter that does not fit n: contains",
      "filter value that is no number: 1; drop table x (n)",
      "filter value that is no day: 2024-02-30 (day)",
      "column of an order not found: gone",
      "column not found: gone",
      "column that cannot make groups: colours",
      "total that does not fit title: sum",
      "column of a total not found: gone"
    ]);
    expect(() => toViewSql(broken, RELATION)).toThrow("column of a filter not found: gone");
    expect(findViewProblems(ALL, RELATION)).toEqual([]);
    expect(findColumn(RELATION, "gone")).toBeUndefined();
  });
});
