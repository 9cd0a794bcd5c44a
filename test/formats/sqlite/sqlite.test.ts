import initSqlJs from "sql.js";
import {expect, test} from "vitest";
import {sqlite} from "../../../src/formats/sqlite/sqlite.ts";
import {toByteSource} from "../../../src/model/bytes.ts";
import type {DataTable, ReadingNotes} from "../../../src/model/table.ts";
import {toSqlType} from "../../../src/model/table.ts";

type Columns = Record<string, [string, unknown[]]>;

/** A database that SQLite writes. */
async function makeDatabase(sql: string): Promise<Uint8Array> {
  const {Database} = await initSqlJs();
  const database = new Database();
  database.exec(sql);
  const bytes = database.export();
  database.close();
  return bytes;
}

/** Tables by name, their batches joined. */
async function read(
  bytes: Uint8Array
): Promise<ReadingNotes & {tables: Record<string, Columns>; batches: number}> {
  const tables: Record<string, Columns> = {};
  let batches = 0;
  const write = ({name, columns}: DataTable): Promise<void> => {
    ++batches;
    const table = (tables[name] ??= {});
    for (const {name, type, values} of columns)
      (table[name] ??= [toSqlType(type), []])[1].push(...values);
    return Promise.resolve();
  };
  const notes = await sqlite.stream!(toByteSource("a.db", bytes), {write}, {path: "a.db"});
  return {...notes, tables, batches};
}

test("sqlite reads each table with types by what is declared and what is there", async () => {
  const bytes = await makeDatabase(`
    CREATE TABLE "my things" (id INTEGER PRIMARY KEY, name TEXT, size REAL, is_here BOOLEAN, day DATE, at DATETIME,
      raw BLOB, anything, number NUMERIC, none INTEGER);
    INSERT INTO "my things" VALUES (1, 'Zoë', 1, 1, '2024-02-29', '2024-01-02 03:04:05', x'00ff', 1, 1.5, NULL);
    INSERT INTO "my things" VALUES (2, NULL, 2.5, 0, NULL, '2024-01-02', NULL, 'two', 2, NULL);
    CREATE TABLE empty (a INT, b);`);
  const {tables, problems, details} = await read(bytes);
  expect(problems).toEqual([]);
  expect(details).toEqual({tables: ["empty", "my things"]});
  expect(tables["my things"]).toEqual({
    id: ["BIGINT", [1, 2]],
    name: ["VARCHAR", ["Zoë", null]],
    size: ["DOUBLE", [1, 2.5]],
    is_here: ["BOOLEAN", [true, false]],
    day: ["DATE", [new Date("2024-02-29"), null]],
    at: ["TIMESTAMP", [new Date("2024-01-02T03:04:05Z"), new Date("2024-01-02")]],
    raw: ["BLOB", [Uint8Array.of(0, 255), null]],
    anything: ["VARCHAR", ["1", "two"]],
    number: ["DOUBLE", [1.5, 2]],
    none: ["BIGINT", [null, null]]
  });
  expect(tables.empty).toEqual({a: ["BIGINT", []], b: ["VARCHAR", []]});
});

test("sqlite keeps text where values do not fit what is declared", async () => {
  const bytes = await makeDatabase(`
    CREATE TABLE t (n INTEGER, flag BOOLEAN, day DATE);
    INSERT INTO t VALUES ('many', 7, 'soon'), (2, 1, '2024-01-01');`);
  expect((await read(bytes)).tables.t).toEqual({
    n: ["VARCHAR", ["many", "2"]],
    flag: ["BIGINT", [7, 1]],
    day: ["VARCHAR", ["soon", "2024-01-01"]]
  });
});

test("sqlite keeps integers that a double does not hold", async () => {
  const bytes = await makeDatabase(
    "CREATE TABLE t (n INT); INSERT INTO t VALUES (9007199254740993), (-9223372036854775808), (1)"
  );
  expect((await read(bytes)).tables.t).toEqual({
    n: ["BIGINT", [9007199254740993n, -9223372036854775808n, 1]]
  });
});

test("sqlite reads views, and leaves out those that may have no end", async () => {
  const bytes = await makeDatabase(`
    CREATE TABLE t (n INT, is_odd BOOLEAN); INSERT INTO t VALUES (1, 1), (2, 0);
    CREATE VIEW odd AS SELECT n, is_odd FROM t WHERE is_odd;
    CREATE VIEW broken AS SELECT * FROM gone;
    CREATE VIEW endless AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT count(*) AS n FROM c;`);
  const {tables, problems} = await read(bytes);
  expect(Object.keys(tables)).toEqual(["t", "odd"]);
  expect(tables.odd).toEqual({n: ["BIGINT", [1]], is_odd: ["BOOLEAN", [true]]});
  expect(problems).toMatchObject([
    {where: "table broken", what: "cannot be read: no such table: main.gone"},
    {where: "table endless", what: "cannot be read: it is recursive, and may have no end"}
  ]);
});

test("sqlite hands a long table over in pieces", async () => {
  const bytes = await makeDatabase(`
    CREATE TABLE t (n INT);
    WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 12000) INSERT INTO t SELECT i FROM c;`);
  const {tables, batches} = await read(bytes);
  expect(batches).toBe(3);
  expect(tables.t!.n![1]).toHaveLength(12_000);
});

test("sqlite reads a database that was left with a journal, and says so", async () => {
  const bytes = await makeDatabase("CREATE TABLE t (n INT); INSERT INTO t VALUES (1)");
  bytes.fill(2, 18, 20);
  const {tables, problems} = await read(bytes);
  expect(tables.t).toEqual({n: ["BIGINT", [1]]});
  expect(problems).toMatchObject([
    {what: "what stands in a -wal file beside it is not read: close it in its program"}
  ]);
});

test("sqlite refuses what is none, and says what is broken", async () => {
  const none = await read(
    new TextEncoder().encode("no database at all, but long enough ".repeat(100))
  );
  expect(none.problems).toMatchObject([
    {what: "database cannot be read: it is none, or encrypted with a password"}
  ]);
  expect((await read(await makeDatabase("SELECT 1"))).problems).toMatchObject([
    {what: "database has no tables"}
  ]);
  const bytes = await makeDatabase(`
    CREATE TABLE good (n INT); INSERT INTO good VALUES (1);
    CREATE TABLE bad (t TEXT);
    WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 5000) INSERT INTO bad SELECT 'text ' || i FROM c;`);
  bytes.fill(0xff, bytes.length - 30_000);
  const {tables, problems} = await read(bytes);
  expect(tables.good).toEqual({n: ["BIGINT", [1]]});
  expect(problems).toMatchObject([
    {where: "table bad", what: "cannot be read: database disk image is malformed"}
  ]);
});
