import {expect, test} from "vitest";
import {toEntryType} from "../../../src/model/entry-type.ts";
import {inferSchema} from "../../../src/workspace/infer-schema.ts";
import {keepRows} from "../../../src/workspace/keep.ts";
import {toResult} from "../../workspace/results.ts";
import {freshStore} from "../store/fresh-store.ts";

const PARTS = [
  {table: "books", file: "a.csv", sha256: "a", firstRow: 0, rows: 2},
  {table: "books", file: "b.csv", sha256: "b", firstRow: 2, rows: 2}
];
const COLUMNS = {
  "isbn VARCHAR": ["1", "2", "3"],
  "title VARCHAR": ["A", "B", "C"],
  "read DATE": [new Date("2024-02-29"), null, new Date(0)],
  "at TIMESTAMP": [new Date("2024-02-29T12:00:00Z"), null, null],
  "pages BIGINT": [100, 2n ** 60n, null],
  "tags VARCHAR[]": [["x", "y"], [], null]
};
const BOOK = toEntryType({name: "book"});

test("keepRows({rows}) makes entries with typed fields, their source rows and a type that fits", async () => {
  const store = await freshStore();
  const result = toResult(COLUMNS, {table: "books", rowids: [0, 2, 3]});
  const {schema, titleField, keyField} = inferSchema(result);
  const kept = await keepRows({
    store,
    result,
    rows: [0, 1],
    type: toEntryType({name: "book", schema, titleField, keyField}),
    parts: PARTS
  });
  expect(kept).toMatchObject({added: 2, changed: 0, unchanged: 0});
  const [first, second] = await store.entries.getAll(kept.ids);
  expect(first).toMatchObject({
    title: "A",
    slug: "a",
    fields: {
      isbn: "1",
      title: "A",
      read: "2024-02-29",
      at: "2024-02-29T12:00:00.000Z",
      pages: 100,
      tags: ["x", "y"]
    },
    source: {table: "books", file: "a.csv", sha256: "a", row: 0}
  });
  expect(second).toMatchObject({
    fields: {read: null, pages: "1152921504606846976", tags: []},
    source: {file: "b.csv", row: 0}
  });
  expect(await store.types.get("book")).toMatchObject({
    titleField: "title",
    keyField: "isbn",
    version: 1
  });
  expect((await store.history.recent()).map(({what}) => what)).toEqual(["Keep 2 rows as Books"]);
});

test.each<[by: string, keyColumn: string | null, hasSource: boolean]>([
  ["key", "isbn", true],
  ["source", null, true],
  ["content", null, false]
])("keepRows() twice makes no duplicates, by %s", async (_by, keyColumn, hasSource) => {
  const store = await freshStore();
  const result = toResult(COLUMNS, hasSource ? {table: "books", rowids: [0, 1, 2]} : undefined);
  const keep = () =>
    keepRows({
      store,
      result,
      rows: "all",
      type: BOOK,
      titleColumn: "title",
      keyColumn,
      parts: PARTS
    });
  expect(await keep()).toMatchObject({added: 3});
  expect(await keep()).toMatchObject({added: 0, changed: 0, unchanged: 3, group: null});
  expect(await store.entries.count()).toBe(3);
});

test("keepRows() of the next export changes what is new there, by key", async () => {
  const store = await freshStore();
  const keep = (titles: string[]) =>
    keepRows({
      store,
      result: toResult({...COLUMNS, "title VARCHAR": titles}),
      rows: "all",
      type: BOOK,
      titleColumn: "title",
      keyColumn: "isbn"
    });
  await keep(["A", "B", "C"]);
  expect(await keep(["A", "B", "C, revised"])).toMatchObject({added: 0, changed: 1, unchanged: 2});
});

test("keepRows({columns}) renames columns and leaves some out", async () => {
  const store = await freshStore();
  const result = toResult({"t VARCHAR": ["A"], "x VARCHAR": ["secret"], "select INTEGER": [1]});
  const {ids} = await keepRows({
    store,
    result,
    rows: "all",
    type: BOOK,
    columns: {t: "title", x: null},
    titleColumn: "t"
  });
  expect((await store.entries.getAll(ids))[0]).toMatchObject({
    title: "A",
    fields: {title: "A", select: 1}
  });
  expect(Object.keys((await store.types.get("book"))!.schema.properties)).toEqual([
    "title",
    "select"
  ]);
});

test("keepRows() into a type that is there adds the fields that it lacks, and undo takes them back", async () => {
  const store = await freshStore(
    toEntryType({
      name: "book",
      schema: {type: "object", properties: {title: {type: "string", title: "Titel"}}}
    })
  );
  const {group} = await keepRows({
    store,
    result: toResult(COLUMNS),
    rows: [0],
    type: (await store.types.get("book"))!
  });
  const type = await store.types.get("book");
  expect(type).toMatchObject({version: 2, titleField: "title"});
  expect(type?.schema.properties.title).toEqual({type: "string", title: "Titel"});
  expect(type?.schema.properties.pages).toEqual({type: "integer"});
  await store.history.undo(group!);
  expect(Object.keys((await store.types.get("book"))!.schema.properties)).toEqual(["title"]);
  expect(await store.entries.count()).toBe(0);
});

test("keepRows() refuses rows and columns that are not there, and two columns for one field", async () => {
  const store = await freshStore();
  const keep = (options: Partial<Parameters<typeof keepRows>[0]>) =>
    keepRows({store, result: toResult(COLUMNS), rows: "all", type: BOOK, ...options});
  await expect(keep({rows: [3]})).rejects.toThrow("row not in result: 3 (it has 3)");
  await expect(keep({columns: {nope: "x"}})).rejects.toThrow(
    "column not in result: nope (there are: isbn, title"
  );
  await expect(keep({columns: {isbn: "title"}})).rejects.toThrow(
    "two columns would be one field: title"
  );
  await expect(keep({columns: {isbn: null}, keyColumn: "isbn"})).rejects.toThrow(
    "column is left out"
  );
  expect(await store.entries.count()).toBe(0);
});

test("keepRows({rows: []}) keeps nothing but the type", async () => {
  const store = await freshStore();
  expect(await keepRows({store, result: toResult(COLUMNS), rows: [], type: BOOK})).toMatchObject({
    added: 0,
    ids: []
  });
});

test("keepRows({signal, onProgress}) tells how far it is and can be stopped, leaving nothing", async () => {
  const store = await freshStore();
  const ids = Array.from({length: 5000}, (_, i) => i);
  const result = toResult({"id INTEGER": ids, "title VARCHAR": ids.map((i) => `T ${i}`)});
  const stop = new AbortController();
  const seen: number[] = [];
  const keeping = keepRows({
    store,
    result,
    rows: "all",
    type: BOOK,
    signal: stop.signal,
    onProgress: (done, total) => {
      seen.push(total);
      if (done >= 2000) stop.abort();
    }
  });
  await expect(keeping).rejects.toMatchObject({name: "AbortError"});
  expect(seen).toEqual([5000, 5000]);
  expect(await store.types.list()).toEqual([]);
});
