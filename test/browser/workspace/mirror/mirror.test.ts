import {afterAll, beforeAll, expect, onTestFinished, test} from "vitest";
import type {Lake} from "../../../../src/lake/lake.ts";
import {openWasmLake} from "../../../../src/lake/wasm-lake.ts";
import {toEdgeKind} from "../../../../src/model/edge.ts";
import {toEntryType} from "../../../../src/model/entry-type.ts";
import type {FieldSchema} from "../../../../src/model/schema.ts";
import type {View} from "../../../../src/model/view.ts";
import type {Store} from "../../../../src/store/store.ts";
import {createMirror} from "../../../../src/workspace/mirror/mirror.ts";
import {ENGINE} from "../../lake/engine.ts";
import {BOOK, book, freshStore} from "../../store/fresh-store.ts";
import {COMPUTER, FREEZER, INSTRUMENT, MISC} from "../family-types.ts";

let lake: Lake;
beforeAll(async () => {
  lake = await openWasmLake(ENGINE);
});
afterAll(() => lake.close());

function valueOf(rows: readonly unknown[], column: string): unknown[] {
  return rows.map((row) => (row as Record<string, unknown>)[column]);
}

function typeOf(name: string, properties: Record<string, FieldSchema>, rest = {}) {
  return toEntryType({name, schema: {type: "object", properties}, ...rest});
}

const VIEW: View = {
  id: "v1",
  name: "Cold",
  type: "book",
  layout: "table",
  columns: null,
  sort: [],
  filters: [],
  text: "",
  group: null,
  totals: {},
  date: null,
  image: null
};

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

const RELATIONS = [
  "entries",
  "edges",
  "history",
  "changes",
  "types",
  "kinds",
  "suggestions",
  "views"
];

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
    "confidence DOUBLE",
    "source_table VARCHAR",
    "source_file VARCHAR",
    "source_sha256 VARCHAR",
    "source_row BIGINT",
    "created TIMESTAMP",
    "updated TIMESTAMP",
    "revision BIGINT"
  ]);
  for (const relation of RELATIONS)
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
  expect(
    await read(
      store,
      "select * exclude (id, slug, tags, created, updated) from ws.thing order by title"
    )
  ).toEqual([
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
    "any VARCHAR",
    "tags VARCHAR[]",
    "created TIMESTAMP",
    "updated TIMESTAMP"
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
  expect(
    await read(
      store,
      'select * exclude (id, slug, tags, created, updated) from ws."select"',
      mirror
    )
  ).toEqual([
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
  expect(calls).toEqual(["DELETE"]);
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
  await mirror.sync("from ws.changes");
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

test("mirror.sync() gives money, spans, clocks, places, files and lists the types that SQL users expect", async () => {
  const store = await freshStore(MISC);
  const file = {name: "a.pdf", sha256: "f".repeat(64), size: 7, type: "application/pdf"};
  await store.entries.add({
    type: "misc",
    fields: {
      title: "1",
      price: 0.1,
      span: "P1Y2M3DT1H30M",
      clock: "18:30",
      place: {latitude: 51.5, longitude: -0.1, label: "It's here"},
      file,
      files: [file],
      choices: ["a", "b'c"]
    }
  });
  await store.entries.add({
    type: "misc",
    fields: {title: "2", price: 1e20, span: "soon", clock: "25:00", place: {latitude: 1}, file: "x"}
  });
  const mirror = createMirror(lake, store);
  const select = "select * exclude (id, slug, tags, created, updated) from ws.misc order by title";
  const rows = [
    {
      title: "1",
      price: 0.1,
      span: "1 year 2 months 3 days 01:30:00",
      clock: "18:30:00",
      place: {latitude: 51.5, longitude: -0.1, label: "It's here"},
      file,
      files: [file],
      choices: ["a", "b'c"]
    },
    {
      title: "2",
      price: null,
      span: null,
      clock: null,
      place: null,
      file: null,
      files: null,
      choices: null
    }
  ];
  expect(await read(store, select, mirror)).toEqual(rows);
  const types = (await columnsOf("misc")).slice(3, -3);
  expect(types).toEqual([
    "price DECIMAL(18,4)",
    "span INTERVAL",
    "clock TIME",
    'place STRUCT("latitude" DOUBLE, "longitude" DOUBLE, "label" VARCHAR)',
    'file STRUCT("name" VARCHAR, "sha256" VARCHAR, "size" BIGINT, "type" VARCHAR)',
    'files STRUCT("name" VARCHAR, "sha256" VARCHAR, "size" BIGINT, "type" VARCHAR)[]',
    "choices VARCHAR[]"
  ]);
  // an edit goes another way than the first filling: the values are the same
  const [first] = (await store.entries.page({type: "misc", sort: {by: "title"}})).entries;
  await store.entries.update(first!.id, {fields: {...first!.fields, price: 0.2}});
  expect(await read(store, select, mirror)).toEqual([{...rows[0], price: 0.2}, rows[1]]);
  expect(
    await read(store, "select sum(price) s, max(span) > interval 1 hour l from ws.misc", mirror)
  ).toEqual([{s: 0.2, l: true}]);
});

test("mirror.sync() shows the entries of a family in the relation of the type that the others extend", async () => {
  const store = await freshStore(INSTRUMENT, FREEZER, COMPUTER);
  await store.entries.addAll([
    {type: "freezer", fields: {label: "F", serial: "1", litres: 300}},
    {type: "computer", fields: {label: "C", serial: 2, mac: "aa"}}
  ]);
  const mirror = createMirror(lake, store);
  const family = "select title, type, serial from ws.instrument order by 1";
  expect(await read(store, family, mirror)).toEqual([
    {title: "C", type: "computer", serial: "2"},
    {title: "F", type: "freezer", serial: "1"}
  ]);
  expect(await read(store, "select label, serial, litres from ws.freezer", mirror)).toEqual([
    {label: "F", serial: "1", litres: 300}
  ]);
  // a new field of the parent is one of the children too, and a child's edit shows in the parent
  await store.types.put({
    ...INSTRUMENT,
    schema: {
      ...INSTRUMENT.schema,
      properties: {...INSTRUMENT.schema.properties, room: {type: "string"}}
    }
  });
  const {entries} = await store.entries.page({type: "freezer"});
  await store.entries.update(entries[0]!.id, {fields: {label: "F2", serial: "9", room: "B7"}});
  expect(
    await read(store, "select title, serial, room from ws.instrument order by 1", mirror)
  ).toEqual([
    {title: "C", serial: "2", room: null},
    {title: "F2", serial: "9", room: "B7"}
  ]);
});

test("mirror.sync() gives reference fields the titles of what their edges lead to, from either end", async () => {
  const refers = (kind: string, direction: "out" | "in", many: boolean) =>
    ({"x-lakebook": {kind: "reference", edge: {kind, direction, many}}}) as const;
  const store = await freshStore(
    typeOf("person", {name: {type: "string"}, owns: refers("owned_by", "in", true)}),
    typeOf("thing", {
      name: {type: "string"},
      owner: refers("owned_by", "out", false),
      like: refers("like", "out", true)
    })
  );
  await store.kinds.put(toEdgeKind({name: "owned_by"}));
  await store.kinds.put(toEdgeKind({name: "like", symmetric: true}));
  const {ids} = await store.entries.addAll([
    {type: "person", fields: {name: "Ada"}},
    {type: "thing", fields: {name: "Lamp"}},
    {type: "thing", fields: {name: "Chair"}}
  ]);
  const [ada, lamp, chair] = ids as [string, string, string];
  await store.edges.add({kind: "owned_by", from: lamp, to: ada});
  await store.edges.add({kind: "owned_by", from: chair, to: ada});
  await store.edges.add({kind: "like", from: lamp, to: chair});
  const mirror = createMirror(lake, store);
  const things = 'select title, owner, "like" from ws.thing order by title';
  expect(await read(store, "select owns from ws.person", mirror)).toEqual([
    {owns: ["Lamp", "Chair"]}
  ]);
  expect(await read(store, things, mirror)).toEqual([
    {title: "Chair", owner: "Ada", like: ["Lamp"]},
    {title: "Lamp", owner: "Ada", like: ["Chair"]}
  ]);
  await store.entries.update(ada, {fields: {name: "Ada L."}});
  expect(valueOf(await read(store, things, mirror), "owner")).toEqual(["Ada L.", "Ada L."]);
});

test("mirror.sync() computes fields in SQL; an expression that fails is a column of nulls, and ws.types says why", async () => {
  const computed = (sql: string) => ({"x-lakebook": {kind: "computed", sql}}) as const;
  const store = await freshStore(
    typeOf("box", {
      name: {type: "string"},
      price: {type: "number"},
      count: {type: "integer"},
      total: computed("price * count"),
      doubled: computed("total * 2"),
      number: computed("name::integer"),
      typo: computed("prize"),
      query: computed("(select 1)"),
      sneaky: computed("1) from x; drop table memory.ws.entries; select (1")
    })
  );
  await store.entries.addAll([
    {type: "box", fields: {name: "A", price: 1.5, count: 4}},
    {type: "box", fields: {name: "7"}}
  ]);
  const mirror = createMirror(lake, store);
  expect(
    await read(
      store,
      "select total, doubled, number, typo, query, sneaky from ws.box order by name",
      mirror
    )
  ).toEqual([
    {total: null, doubled: null, number: 7, typo: null, query: null, sneaky: null},
    {total: 6, doubled: 12, number: null, typo: null, query: null, sneaky: null}
  ]);
  const [told] = valueOf(await read(store, "select problems from ws.types", mirror), "problems");
  expect((told as string[]).map((text) => text.split(":")[0])).toEqual(["typo", "query", "sneaky"]);
  expect((told as string[])[0]).toContain("prize");
});

test("mirror.sync() shows ends that are no entries, what an edge rests on, suggestions and views", async () => {
  const store = await freshStore(BOOK);
  await store.kinds.put(toEdgeKind({name: "about"}));
  const entry = await store.entries.add(book({title: "A"}));
  const source = {table: "t", file: "a.csv", sha256: "e".repeat(64), row: 4};
  await store.edges.add({
    kind: "about",
    from: entry.id,
    to: `row:books/${"e".repeat(64)}/12`,
    source,
    confidence: 0.5
  });
  await store.suggestions.propose([
    {
      kind: "tag",
      ends: [entry.id],
      proposal: {do: "tag", tag: "x"},
      score: 0.9,
      evidence: [],
      method: "test"
    }
  ]);
  await store.views.put(VIEW);
  const mirror = createMirror(lake, store);
  expect(
    await read(store, "select from_title, to_title, source_row, confidence from ws.edges", mirror)
  ).toEqual([{from_title: "A", to_title: "books row 12", source_row: 4, confidence: 0.5}]);
  const ledger = "select kind, status, score from ws.suggestions";
  expect(await read(store, ledger, mirror)).toEqual([{kind: "tag", status: "open", score: 0.9}]);
  const {suggestions} = await store.suggestions.page();
  await store.suggestions.decide([suggestions[0]!.id], "rejected");
  expect(await read(store, ledger, mirror)).toEqual([
    {kind: "tag", status: "rejected", score: 0.9}
  ]);
  expect(await read(store, "select name, type, layout from ws.views", mirror)).toEqual([
    {name: "Cold", type: "book", layout: "table"}
  ]);
  await store.views.remove(VIEW.id);
  expect(await read(store, "from ws.views", mirror)).toEqual([]);
});

test("mirror.sync() tells in ws.changes who changed which field from what to what", async () => {
  const store = await freshStore(BOOK);
  await store.settings.set("author", "Ada");
  const entry = await store.entries.add(book({title: "A", year: 1}));
  const mirror = createMirror(lake, store);
  await mirror.sync();
  await store.entries.update(entry.id, {fields: {title: "A", note: "n"}, tags: ["t"]});
  expect(
    await read(
      store,
      `select who, action, field, before, after from ws.changes where record_id = '${entry.id}' and action = 'changed' order by field`,
      mirror
    )
  ).toEqual([
    {who: "Ada", action: "changed", field: "fields.note", before: null, after: "n"},
    {who: "Ada", action: "changed", field: "fields.year", before: "1", after: null},
    {who: "Ada", action: "changed", field: "tags", before: "[]", after: '["t"]'}
  ]);
});

test("mirror.sync() puts its relations in the place of tables and views of the same names", async () => {
  await lake.query(
    "create schema if not exists memory.ws; create or replace table memory.ws.gadget as select 1 as a"
  );
  const store = await freshStore(typeOf("gadget", {name: {type: "string"}}));
  await store.entries.add({type: "gadget", fields: {name: "G"}});
  expect(await read(store, "select title from ws.gadget")).toEqual([{title: "G"}]);
});
