import {expect, test} from "vitest";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import type {Pack} from "../../../src/model/pack.ts";
import type {Store} from "../../../src/store/store.ts";
import {createMirror} from "../../../src/workspace/mirror/mirror.ts";
import {addPack} from "../../../src/workspace/packs/add-pack.ts";
import {createPacks, withRequired} from "../../../src/workspace/packs/packs.ts";
import {ENGINE} from "../lake/engine.ts";
import {freshStore} from "../store/fresh-store.ts";
import {readPacks, readQueries, readTexts} from "./pack-texts.ts";

const NAMES = ["home", "people", "lab", "training", "books", "projects"];
const ALL = {samples: true};

/** What a page's cells take from its controls. */
const VALUES = {
  today: "'2026-11-21'",
  months: "24",
  wanted: "'plasma'",
  'freezer?.id ?? ""': "(select id from ws.freezer where title = 'Narwhal')",
  'exercise?.title ?? ""': "'Squat'"
};

async function addAll(store: Store, packs: readonly Pack[]): Promise<void> {
  for (const {name} of packs) await addPack(store, withRequired(name, packs), ALL);
}

test("a pack is added once, in one write that undo takes back and redo brings again", async () => {
  for (const pack of readPacks(...NAMES)) {
    const store = await freshStore();
    const before = pack.requires.length > 0 ? readPacks(...pack.requires) : [];
    const added = await addPack(store, [...before, pack], ALL);
    expect(added.entries).toBe([...before, pack].flatMap(({entries}) => entries).length);
    expect(await store.history.count()).toBe(1);
    expect(await addPack(store, [...before, pack], ALL)).toEqual({
      types: 0,
      kinds: 0,
      entries: 0,
      edges: 0,
      group: null
    });
    const {group} = await store.history.undo(added.group!);
    expect([await store.types.list(), await store.kinds.list()]).toEqual([[], []]);
    expect([await store.entries.count(), await store.edges.count()]).toEqual([0, 0]);
    await store.history.undo(group);
    expect(await store.edges.count()).toBe(added.edges);
  }
});

test("all packs live together, and the SQL of their pages runs on them and finds something", async () => {
  const store = await freshStore();
  await addAll(store, readPacks(...NAMES));
  const lake = await openWasmLake(ENGINE);
  const mirror = createMirror(lake, store);
  const found: string[] = [];
  for (const name of NAMES) {
    for (const [id, sql] of readQueries(readTexts(name).get("page.md")!, VALUES)) {
      await mirror.sync(sql);
      const what = await lake.query(sql).then(
        ({numRows}) => (numRows === 0 ? "no rows" : ""),
        (error: Error) => error.message
      );
      if (what !== "") found.push(`${name} ${id}: ${what}`);
    }
  }
  // what packs bring is left out of the moves
  expect(found).toEqual(["lab moves: no rows"]);
  // a person of two packs has the edges of both
  const robin = (await store.entries.bySlug("person", "robin-ashdown"))!;
  const labels = (await store.edges.of(robin.id)).map(({label}) => label);
  expect(labels).toEqual(expect.arrayContaining(["knows", "owns", "leads"]));
  const ask = async (sql: string) =>
    (await lake.query(sql)).toArray().map((row) => Object.values(row));
  const home = readQueries(readTexts("home").get("page.md")!, VALUES);
  const [house] = (await lake.query(home.get("whereabouts")!)).toArray();
  const [sum] = await ask("select sum(quantity * price)::double from ws.item");
  expect(house).toMatchObject({title: "House", depth: 0, value_usd: sum![0]});
  expect(await ask("select distinct type from ws.instrument order by type")).toEqual([
    ["computer"],
    ["freezer"]
  ]);
  await lake.close();
});

test("the lab's moves tell who put what where, from where", async () => {
  const store = await freshStore();
  await addAll(store, readPacks("lab"));
  await store.settings.set("author", "Priya");
  const box = (await store.entries.bySlug("container", "incoming-box"))!;
  const sample = (await store.entries.bySlug("sample", "buffy-coat-donor-1"))!;
  const other = (await store.entries.bySlug("container", "transport-box-2"))!;
  const [held] = (await store.edges.of(sample.id)).find(({kind}) => kind === "stored_in")!.edges;
  await store.edges.update(held!.edge.id, {fields: {position: "C4"}});
  await store.edges.update(held!.edge.id, {to: other.id, fields: {position: "D6"}});
  const lake = await openWasmLake(ENGINE);
  const mirror = createMirror(lake, store);
  const sql = readQueries(readTexts("lab").get("page.md")!, VALUES).get("moves")!;
  await mirror.sync(sql);
  const moves = (await lake.query(sql)).toArray();
  expect(moves).toMatchObject([
    {who: "Priya", title: sample.title, from: "Incoming box C4", to: "Transport box 2 D6"},
    {who: "Priya", title: sample.title, from: "Incoming box A1", to: "Incoming box C4"}
  ]);
  expect(box.title).toBe("Incoming box");
  await lake.close();
});

test("the lab refuses two things in one position, more than there is room for, circles, and what is unique twice", async () => {
  const store = await freshStore();
  await addAll(store, readPacks("lab"));
  const find = async (type: string, slug: string) => (await store.entries.bySlug(type, slug))!.id;
  const box = await find("container", "incoming-box");
  const shelf = await find("container", "narwhal-shelf-1");
  const bags = await find("container", "soil-bags-spring");
  const addSample = async (n: number): Promise<string> => {
    const fields = {name: `New ${n}`, barcode: `N-${n}`};
    return (await store.entries.add({type: "sample", fields})).id;
  };
  const put = async (from: string, to: string, position?: string): Promise<unknown> =>
    store.edges.add({kind: "stored_in", from, to, ...(position && {fields: {position}})});
  await expect(put(await addSample(1), box, "A1")).rejects.toThrow(/A1/);
  await expect(put(await addSample(2), box, "D1")).rejects.toThrow(/D1/);
  const first = await addSample(3);
  await put(first, bags);
  await expect(put(first, box, "C1")).rejects.toThrow();
  await put(await addSample(4), bags);
  await put(await addSample(5), bags);
  await expect(put(await addSample(6), bags)).rejects.toThrow(/5/);
  await expect(store.edges.add({kind: "inside", from: shelf, to: box})).rejects.toThrow();
  const computer = {name: "twin", mac: "02:14:70:c7:a2:f8"};
  await expect(store.entries.add({type: "computer", fields: computer})).rejects.toThrow(/mac/i);
  const freezer = {name: "twin", code: "FRZ-09", mac: "02:14:70:c7:a2:f8"};
  await expect(store.entries.add({type: "freezer", fields: freezer})).rejects.toThrow(/mac/i);
  const {uuid} = (await store.entries.get(box))!.fields;
  await expect(
    store.entries.add({type: "container", fields: {name: "twin", uuid}})
  ).rejects.toThrow(/uuid/i);
  await expect(store.entries.add({type: "instrument", fields: {name: "a thing"}})).rejects.toThrow(
    /abstract/
  );
});

test("what is there stays: a newer version adds what is new, and brings back nothing that was removed", async () => {
  const store = await freshStore();
  const [pack] = readPacks("books") as [Pack];
  await addPack(store, [pack], ALL);
  const type = (await store.types.get("creator"))!;
  await store.types.put({
    ...type,
    label: "Author",
    schema: {...type.schema, properties: {name: type.schema.properties.name!}}
  });
  const gone = (await store.entries.bySlug("series", "harbour"))!;
  await store.entries.remove([gone.id]);
  const {schema} = pack.types.find(({name}) => name === "creator")!;
  const newer: Pack = {
    ...pack,
    version: 2,
    types: pack.types.map((one) =>
      one.name === "creator"
        ? {...one, schema: {...schema, properties: {...schema.properties, born: {type: "integer"}}}}
        : one
    ),
    entries: [
      ...pack.entries,
      {type: "series", slug: "new-one", fields: {name: "New one"}, tags: [], edges: [], since: 2}
    ]
  };
  const {entries} = await addPack(store, [newer], {samples: false});
  expect(entries).toBe(1);
  const after = (await store.types.get("creator"))!;
  expect(after.label).toBe("Author");
  expect(Object.keys(after.schema.properties)).toEqual(["name", "born"]);
  expect(await store.entries.bySlug("series", "harbour")).toBeUndefined();
});

test("a type of the same name is joined field by field, or refused where a field means something else", async () => {
  const [pack] = readPacks("home") as [Pack];
  const mine = {...pack.types.find(({name}) => name === "item")!, label: "Thing"};
  const {name, quantity} = mine.schema.properties;
  const store = await freshStore({...mine, schema: {type: "object", properties: {name: name!}}});
  await addPack(store, [pack], ALL);
  const joined = (await store.types.get("item"))!;
  expect(joined.label).toBe("Thing");
  expect(joined.schema.properties.quantity).toEqual(quantity);
  const other = await freshStore({
    ...mine,
    schema: {type: "object", properties: {name: name!, quantity: {type: "string"}}}
  });
  await expect(addPack(other, [pack], ALL)).rejects.toThrow(
    "field means something else: quantity of type item is string, the pack's is number; rename yours first"
  );
  expect(await other.history.count()).toBe(1);
});

test("removeSamples(name) removes in one step what nobody took the tag off", async () => {
  const store = await freshStore();
  const [pack] = readPacks("home") as [Pack];
  await addPack(store, [pack], ALL);
  const kept = (await store.entries.bySlug("item", "wok"))!;
  await store.entries.update(kept.id, {tags: []});
  const {entries, group} = await createPacks(store, undefined).removeSamples("home");
  expect(entries).toBe(pack.entries.length - 1);
  expect(await store.entries.count()).toBe(1);
  await store.history.undo(group!);
  expect(await store.entries.count()).toBe(pack.entries.length);
});
