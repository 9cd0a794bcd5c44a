import {expect, test} from "vitest";
import {toEntryType} from "../../../src/model/entry-type.ts";
import {
  importEntries,
  matchColumns,
  planEntryImport
} from "../../../src/workspace/import-entries.ts";
import {file, openTab} from "../imports/fresh-imports.ts";

const ITEM = toEntryType({
  name: "item",
  keyField: "code",
  schema: {
    type: "object",
    required: ["code"],
    properties: {
      code: {type: "string"},
      label: {type: "string", title: "Name of it"},
      price: {type: "number"},
      bought: {type: "string", format: "date"}
    }
  }
});

test("a CSV comes into a type by its columns' names and labels, twice without doubles, refused rows told, undone in one step", async () => {
  const tab = await openTab();
  const {store, imports} = tab;
  await store.types.put(ITEM);
  await store.entries.add({type: "item", fields: {code: "2", label: "Saw", price: 25}});
  const csv =
    "Code,Name of it,Price,Bought,Shelf\n1,Drill,89.5,2024-02-29,A\n2,Saw,27,,B\n,Lost,1,,\n";
  const session = await imports.open([file("items.csv", csv)]);
  const result = await session.rows(session.items[0]!.id);
  const columns = matchColumns(result.columns, ITEM);
  expect(columns).toEqual({
    Code: "code",
    "Name of it": "label",
    Price: "price",
    Bought: "bought",
    Shelf: null
  });
  const given = {result, type: ITEM, columns: {...columns, Shelf: "shelf"}, keyColumn: "Code"};
  const plan = await planEntryImport(store, given);
  expect(plan).toMatchObject({added: 1, changed: 1, unchanged: 0, refused: 1, rows: [0, 1]});
  expect(plan.problems).toEqual([{row: 2, what: "code is required"}]);
  expect(await store.entries.count()).toBe(1);
  const done = await importEntries(store, given, plan.rows);
  expect(done).toMatchObject({added: 1, changed: 1});
  expect((await store.entries.byKey("item", "1"))!.fields).toEqual({
    code: "1",
    label: "Drill",
    price: 89.5,
    bought: "2024-02-29",
    shelf: "A"
  });
  expect(await planEntryImport(store, given)).toMatchObject({added: 0, changed: 0, unchanged: 2});
  expect(await importEntries(store, given, plan.rows)).toMatchObject({unchanged: 2, group: null});
  await store.history.undo(done.group!);
  expect((await store.entries.page()).entries.map(({fields}) => fields.price)).toEqual([25]);
  expect(Object.keys((await store.types.get("item"))!.schema.properties)).not.toContain("shelf");
  await session.close();
});
