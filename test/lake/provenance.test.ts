import {expect, test} from "vitest";
import {toTraced} from "../../src/lake/provenance.ts";

const TABLES = new Set(["expenses", "a b", "select"]);
const rowid = "rowid AS __lakebook_rowid";

test.each([
  ["select * from expenses", `select * , ${rowid} from expenses`],
  [
    "SELECT a, b AS c FROM lake.expenses e WHERE a > 1 ORDER BY 1 LIMIT 5;",
    `SELECT a, b AS c , ${rowid} FROM lake.expenses e WHERE a > 1 ORDER BY 1 LIMIT 5;`
  ],
  ["from expenses limit 3", `SELECT *, ${rowid} from expenses limit 3`],
  ['select x from lake.main."a b" as t', `select x , ${rowid} from lake.main."a b" as t`],
  ['select * from "select"', `select * , ${rowid} from "select"`],
  [
    "-- from nowhere\nselect 'from b' from expenses",
    `-- from nowhere\nselect 'from b' , ${rowid} from expenses`
  ],
  [
    "select (select max(a) from other) from expenses",
    `select (select max(a) from other) , ${rowid} from expenses`
  ]
])("toTraced(%j) asks for the rowid beside the columns", (sql, traced) => {
  expect(toTraced(sql, TABLES)?.sql).toBe(traced);
});

test.each([
  "select * from unknown",
  "select * from expenses, other",
  "select * from expenses join other using (id)",
  "select a from expenses group by a",
  "select distinct a from expenses",
  "select * from expenses union all select * from expenses",
  "with x as (select 1) select * from expenses",
  "select * from other.expenses",
  "select * from expenses pivot (count(*) for a in (1))",
  "select * from read_csv('expenses')",
  "select 1; select * from expenses",
  "select * from (select * from expenses)",
  "insert into expenses values (1)",
  ""
])("toTraced(%j) lets a query be whose rows are not a table's rows", (sql) => {
  expect(toTraced(sql, TABLES)).toBeUndefined();
});
