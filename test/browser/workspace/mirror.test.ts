import {afterAll, beforeAll, expect, onTestFinished, test} from "vitest";
import type {Lake} from "../../../src/lake/lake.ts";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import {toEdgeKind} from "../../../src/model/edge.ts";
import {toEntryType} from "../../../src/model/entry-type.ts";
import type {FieldSchema} from "../../../src/model/schema.ts";
import type {Store} from "../../../src/store/store.ts";
import {createMirror} from "../../../src/workspace/mirror.ts";
import {ENGINE} from "../lake/engine.ts";
import {BOOK, book, freshStore} from "../store/fresh-store.ts";

let lake: Lake;
beforeAll(async () => {
  lake = await openWasmLake(ENGINE);
});
afterAll(() => lake.close());

function typeOf(name: string, properties: Record<string, FieldSchema>, rest = {}) {
  return toEntryType({name, schema: {type: "object", properties}, ...rest});
}

/** Counts what the mirror asks of the lake. */
function counting(): {lake: Lake; calls: string[]} {
  const calls: string[] = [];
  return {
    calls,
    lake: {
      get generation() {
        return lake.generation;
      },
      query: (sql, options) => (calls.push(sql.split(" ")[0]!), lake.query(sql, options)),
      insert: (table, data) => (calls.push(`insert ${table.name}`), lake.insert(table, data)),
      append: (table, data) => (
        calls.push(`append ${table.name} ${data.columns[0]!.values.length}`),
        lake.append(table, data)
      ),
      close: () => Promise.resolve()
    }
  };
}

async function read(
  store: Store,
  sql: string,
  mirror = createMirror(lake, store)
): Promise<unknown[]> {
  await mirror.sync(sql);
  return (await lake.query(sql)).toArray().map((row) => ({...row}));
}

async function columnsOf(relation: string): Promise<string[]> {
  return (await lake.query(`select * from ws.${relation}`)).fields.map(
    ({name, type}) => `${name} ${type}`
  );
}

test("mirror.sync() of an empty store gives every relation with its columns and no rows", async () => {
  const store = await freshStore();
  const mirror = createMirror(lake, store);
  await mirror.sync();
  expect(await columnsOf("entries")).toEqual([
    "id VARCHAR",
    "type VARCHAR",
    "slug VARCHAR",
    "title VARCHAR",
    "tags VARCHAR[]",
    "fields VARCHAR",
    "source_table VARCHAR",
    "source_file VARCHAR",
    "source_sha256 VARCHAR",
    "source_row BIGINT",
    "created TIMESTAMP",
    "updated TIMESTAMP",
    "revision BIGINT"
  ]);
  expect(await columnsOf("edges")).toEqual([
    "id VARCHAR",
    "kind VARCHAR",
    "from_id VARCHAR",
    "to_id VARCHAR",
    "from_title VARCHAR",
    "to_title VARCHAR",
    "fields VARCHAR",
    "created TIMESTAMP",
    "updated TIMESTAMP",
    "revision BIGINT"
  ]);
  for (const relation of ["entries", "edges", "history", "types", "kinds"])
    expect((await lake.query(`select * from ws.${relation}`)).numRows).toBe(0);
});

test("mirror.sync() shows entries, edges, types, kinds and history", async () => {
  const store = await freshStore(BOOK);
  await store.kinds.put(toEdgeKind({name: "cites", inverse: "cited by", fromTypes: ["book"]}));
  const source = {table: "books", file: "a.csv", sha256: "f".repeat(64), row: 3};
  const {ids} = await store.entries.addAll([
    book({title: "A", year: 1999}, {tags: ["x", "y"], source}),
    book({title: "<b>'; drop table"})
  ]);
  await store.edges.add({kind: "cites", from: ids[0]!, to: ids[1]!, fields: {page: 7}});
  const mirror = createMirror(lake, store);
  expect(
    await read(
      store,
      "select title, tags, fields, source_file, source_row, revision from ws.entries order by title desc",
      mirror
    )
  ).toEqual([
    {
      title: "A",
      tags: ["x", "y"],
      fields: '{"title":"A","year":1999}',
      source_file: "a.csv",
      source_row: 3,
      revision: 1
    },
    {
      title: "<b>'; drop table",
      tags: [],
      fields: '{"title":"<b>\'; drop table"}',
      source_file: null,
      source_row: null,
      revision: 1
    }
  ]);
  expect(
    await read(store, "select kind, from_title, to_title, fields from ws.edges", mirror)
  ).toEqual([{kind: "cites", from_title: "A", to_title: "<b>'; drop table", fields: '{"page":7}'}]);
  expect(
    await read(store, "select name, relation, title_field, version from ws.types", mirror)
  ).toEqual([{name: "book", relation: "book", title_field: "title", version: 1}]);
  expect(await read(store, "select name, inverse, from_types from ws.kinds", mirror)).toEqual([
    {name: "cites", inverse: "cited by", from_types: ["book"]}
  ]);
  expect(
    await read(
      store,
      "select what, action, table_name from ws.history where table_name = 'entries'",
      mirror
    )
  ).toEqual([
    {what: "Add 2 entries", action: "added", table_name: "entries"},
    {what: "Add 2 entries", action: "added", table_name: "entries"}
  ]);
  const [created] = (await read(store, "select created, updated from ws.entries", mirror)) as {
    created: Date;
  }[];
  expect(Math.abs(created!.created.getTime() - Date.now())).toBeLessThan(60_000);
});

test("mirror.sync() gives each type a relation with typed columns; what is not of its type is null", async () => {
  const store = await freshStore(
    typeOf("thing", {
      title: {type: "string"},
      n: {type: "integer"},
      x: {type: "number"},
      ok: {type: "boolean"},
      day: {type: "string", format: "date"},
      at: {type: "string", format: "date-time"},
      list: {type: "array", items: {type: "string"}},
      numbers: {type: "array", items: {type: "number"}},
      group: {type: "object", properties: {}},
      any: {}
    })
  );
  await store.entries.addAll(
    [
      {
        title: "1",
        n: 7,
        x: 0.5,
        ok: true,
        day: "2024-02-29",
        at: "2024-02-29T12:30:00.250Z",
        list: ["a", "b"],
        numbers: [1, 2.5],
        group: {a: 1},
        any: "z"
      },
      {
        title: "2",
        n: "9007199254740993",
        x: "1e3",
        at: "2024-02-29T12:30:00+02:00",
        list: [],
        day: "2023-02-29"
      },
      {
        title: "3",
        n: 1.5,
        x: "much",
        ok: "yes",
        day: 5,
        at: "noon",
        list: "a",
        numbers: [1, "x", null],
        group: "g",
        any: [1]
      },
      {title: 4, n: null}
    ].map((fields) => ({type: "thing", fields}))
  );
  expect(await read(store, "select * exclude (id, slug) from ws.thing order by title")).toEqual([
    {
      title: "1",
      n: 7,
      x: 0.5,
      ok: true,
      day: new Date("2024-02-29"),
      at: new Date("2024-02-29T12:30:00.250Z"),
      list: ["a", "b"],
      numbers: [1, 2.5],
      group: '{"a":1}',
      any: "z"
    },
    {
      title: "2",
      n: 9007199254740993n,
      x: 1000,
      ok: null,
      day: null,
      at: new Date("2024-02-29T10:30:00Z"),
      list: [],
      numbers: null,
      group: null,
      any: null
    },
    {
      title: "3",
      n: null,
      x: null,
      ok: null,
      day: null,
      at: null,
      list: null,
      numbers: [1, null, null],
      group: "g",
      any: "[1]"
    },
    {
      title: "4",
      n: null,
      x: null,
      ok: null,
      day: null,
      at: null,
      list: null,
      numbers: null,
      group: null,
      any: null
    }
  ]);
  expect(await columnsOf("thing")).toEqual([
    "id VARCHAR",
    "slug VARCHAR",
    "title VARCHAR",
    "n BIGINT",
    "x DOUBLE",
    "ok BOOLEAN",
    "day DATE",
    "at TIMESTAMP",
    "list VARCHAR[]",
    "numbers DOUBLE[]",
    "group VARCHAR",
    "any VARCHAR"
  ]);
});

test("mirror.sync() takes odd names of types and fields", async () => {
  const odd = {
    select: {type: "string"},
    'a"b': {type: "integer"},
    中文: {type: "string"},
    ID: {type: "string"},
    "": {type: "string"},
    "a.b; drop": {type: "string"}
  } as const;
  const store = await freshStore(
    typeOf("select", odd),
    typeOf("Book", {}),
    typeOf("book", {}),
    typeOf("本", {}),
    typeOf("Entries", {})
  );
  await store.entries.add({
    type: "select",
    fields: {select: "s", 'a"b': 1, 中文: "z", ID: "mine", "": "e", "a.b; drop": "d"}
  });
  await store.entries.add({type: "book", fields: {}});
  const mirror = createMirror(lake, store);
  await mirror.sync();
  expect(mirror.relations()).toEqual(
    new Map([
      ["Book", "Book"],
      ["Entries", "Entries_2"],
      ["book", "book_2"],
      ["select", "select"],
      ["本", "本"]
    ])
  );
  expect(await read(store, 'select * exclude (id, slug) from ws."select"', mirror)).toEqual([
    {title: "s", select: "s", 'a"b': 1, 中文: "z", ID_1: "mine", field: "e", "a.b; drop": "d"}
  ]);
  expect(await read(store, "select title from ws.book_2", mirror)).toEqual([
    {title: "Untitled book"}
  ]);
  expect(await read(store, 'select * from ws."本"', mirror)).toEqual([]);
});

test("mirror.sync() after one edit writes that entry only, and nothing where nothing has changed", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll([book({title: "A"}), book({title: "B"})]);
  const {lake, calls} = counting();
  const mirror = createMirror(lake, store);
  await mirror.sync();
  calls.length = 0;
  await mirror.sync();
  expect(calls).toEqual([]);
  await store.entries.update(ids[0]!, {fields: {title: "A2", year: 5}});
  await mirror.sync();
  expect(calls).toEqual([
    "DELETE",
    "DELETE",
    "append entries 1",
    "append book 1",
    "append history 1"
  ]);
  expect(
    await read(
      store,
      "select e.title, year from ws.entries e join ws.book using (id) order by 1",
      mirror
    )
  ).toEqual([
    {title: "A2", year: 5},
    {title: "B", year: null}
  ]);
});

test("mirror.sync() follows additions, removals, undo, edges and renamed ends", async () => {
  const store = await freshStore(BOOK);
  await store.kinds.put(toEdgeKind({name: "cites"}));
  const mirror = createMirror(lake, store);
  const state = async (): Promise<unknown> => ({
    entries: (await read(store, "select title from ws.entries order by 1", mirror))
      .map((row) => (row as {title: string}).title)
      .join(" "),
    books: (await read(store, "select title from ws.book order by 1", mirror))
      .map((row) => (row as {title: string}).title)
      .join(" "),
    edges: (await read(store, "select from_title || '>' || to_title as e from ws.edges", mirror))
      .map((row) => (row as {e: string}).e)
      .join(" ")
  });
  expect(await state()).toEqual({entries: "", books: "", edges: ""});
  const {ids} = await store.entries.addAll([book({title: "A"}), book({title: "B"})]);
  await store.edges.add({kind: "cites", from: ids[0]!, to: ids[1]!});
  expect(await state()).toEqual({entries: "A B", books: "A B", edges: "A>B"});
  await store.entries.update(ids[1]!, {fields: {title: "B2"}});
  expect(await state()).toEqual({entries: "A B2", books: "A B2", edges: "A>B2"});
  const {group} = await store.entries.remove([ids[0]!]);
  expect(await state()).toEqual({entries: "B2", books: "B2", edges: ""});
  await store.history.undo(group!);
  expect(await state()).toEqual({entries: "A B2", books: "A B2", edges: "A>B2"});
});

test("mirror.sync() follows types: new, changed and removed ones", async () => {
  const store = await freshStore(BOOK);
  const mirror = createMirror(lake, store);
  await store.entries.add(book({title: "A", year: 1999, more: "2024-01-01"}));
  await mirror.sync();
  await store.types.put(typeOf("film", {title: {type: "string"}}));
  await store.entries.add({type: "film", fields: {title: "F"}});
  expect(await read(store, "select title from ws.film", mirror)).toEqual([{title: "F"}]);
  await store.types.put(
    typeOf(
      "book",
      {year: {type: "string"}, more: {type: "string", format: "date"}},
      {titleField: "title"}
    )
  );
  await store.entries.add(book({title: "B"}));
  expect(await read(store, "select title, year, more from ws.book order by 1", mirror)).toEqual([
    {title: "A", year: "1999", more: new Date("2024-01-01")},
    {title: "B", year: null, more: null}
  ]);
  const {entries} = await store.entries.page({type: "film"});
  await store.entries.remove(entries.map(({id}) => id));
  await store.types.remove("film");
  await mirror.sync();
  await expect(lake.query("select * from ws.film")).rejects.toThrow("film");
  expect(await read(store, "select name from ws.types", mirror)).toEqual([{name: "book"}]);
  await store.types.put(typeOf("Book", {}));
  expect(await read(store, "select name, relation from ws.types order by 1", mirror)).toEqual([
    {name: "Book", relation: "Book"},
    {name: "book", relation: "book_2"}
  ]);
});

test("mirror.sync(sql) starts no mirror for a query that cannot mean it", async () => {
  const store = await freshStore(BOOK);
  const {lake, calls} = counting();
  const mirror = createMirror(lake, store);
  await mirror.sync("select 1 from lake.things");
  expect(calls).toEqual([]);
  await mirror.sync("select * from BOOK");
  expect(calls).not.toEqual([]);
  expect(calls.filter((call) => call === "insert history")).toHaveLength(1);
  await mirror.sync("from ws.history");
  expect(calls.filter((call) => call === "insert history")).toHaveLength(2);
});

test("mirror.sync() many times at once writes once", async () => {
  const store = await freshStore(BOOK);
  await store.entries.addAll([book({title: "A"}), book({title: "B"})]);
  const mirror = createMirror(lake, store);
  await Promise.all([mirror.sync(), mirror.sync(), mirror.sync("from ws.entries")]);
  await store.entries.add(book({title: "C"}));
  await Promise.all([mirror.sync(), mirror.sync()]);
  expect(
    await read(store, "select count(*) n, (select count(*) from ws.book) m from ws.entries", mirror)
  ).toEqual([{n: 3, m: 3}]);
});

test("mirror.sync() makes good what somebody's SQL has broken, and what a restart of the engine took", async () => {
  const store = await freshStore(BOOK);
  await store.entries.add(book({title: "A"}));
  const mirror = createMirror(lake, store);
  await mirror.sync();
  await lake.query("drop table ws.entries");
  await store.entries.add(book({title: "B"}));
  expect(await read(store, "select title from ws.entries order by 1", mirror)).toEqual([
    {title: "A"},
    {title: "B"}
  ]);

  const second = await openWasmLake(ENGINE);
  onTestFinished(() => second.close());
  const moving = {
    ...counting().lake,
    generation: 1,
    query: lake.query.bind(lake),
    insert: lake.insert.bind(lake),
    append: lake.append.bind(lake)
  };
  const moved = createMirror(moving, store);
  await moved.sync();
  Object.assign(moving, {
    generation: 2,
    query: second.query.bind(second),
    insert: second.insert.bind(second),
    append: second.append.bind(second)
  });
  await moved.sync();
  expect((await second.query("select * from ws.entries")).numRows).toBe(2);
});

test("mirror.sync() leaves alone what people made in the schema themselves", async () => {
  const store = await freshStore(BOOK);
  await lake.query("create or replace table memory.ws.mine as select 1 as a");
  const mirror = createMirror(lake, store);
  await mirror.sync();
  expect((await lake.query("from ws.mine")).numRows).toBe(1);
});

test("mirror.sync() after thousands of changes makes all anew, and is right", async () => {
  const store = await freshStore(BOOK);
  const mirror = createMirror(lake, store);
  await mirror.sync();
  await store.entries.addAll(
    Array.from({length: 6000}, (_, i) => book({title: `T ${i}`, year: i}))
  );
  expect(await read(store, "select count(*) n, sum(year) s from ws.book", mirror)).toEqual([
    {n: 6000, s: 17_997_000}
  ]);
});
