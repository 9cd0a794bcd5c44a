import {mkdtemp, readFile, readdir, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {toEdgeKind} from "../../../src/model/edge.ts";
import {toEntryType} from "../../../src/model/entry-type.ts";
import {openCurated} from "../../../src/workspace/curated/curated.ts";
import {toNodeFolder} from "../../../src/workspace/curated/node-folder.ts";

const ROOM = toEntryType({
  name: "room",
  schema: {type: "object", properties: {name: {type: "string"}, area: {type: "number"}}},
  keyField: "name"
});
const ITEM = toEntryType({
  name: "item",
  schema: {type: "object", properties: {label: {type: "string"}, note: {type: "string"}}}
});
const IN = toEdgeKind({name: "stored_in", fromTypes: ["item"], toTypes: ["room"]});
const ODD = {
  label: 'Ünïcode 李 \u0000 \ud800 <img onerror=alert(1)>\n"quoted"',
  note: "x".repeat(10_000),
  minus: -0,
  tiny: 5e-324,
  big: "9007199254740993",
  nested: {b: [1, {z: -0, a: null}], a: true},
  none: null,
  ["__proto__x"]: 1
};

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "curated-"));
  onTestFinished(() => rm(folder, {recursive: true}));
  return folder;
}

async function fill(root: string) {
  const curated = await openCurated(toNodeFolder(root));
  for (const type of [ROOM, ITEM]) curated.putType(type);
  curated.putKind(IN);
  const rooms = curated.upsertAll([
    {type: "room", fields: {name: "Kitchen", area: 12.5}},
    {type: "room", fields: {name: "Attic"}, tags: ["cold"]}
  ]);
  const items = curated.upsertAll([{type: "item", fields: ODD}]);
  const edges = curated.addEdges([
    {kind: "stored_in", from: items.ids[0]!, to: rooms.ids[0]!, fields: {since: "2024-02-29"}}
  ]);
  return {curated, rooms, items, edges, files: await curated.save()};
}

test("Curated.save() writes a file a type, and openCurated() reads back what was written, odd values among it", async () => {
  const root = await makeFolder();
  const {curated, files} = await fill(root);
  expect(files.written.toSorted()).toEqual([
    "edges/stored_in.jsonl",
    "entries/item.jsonl",
    "entries/room.jsonl",
    "kinds/stored_in.json",
    "types/item.json",
    "types/room.json"
  ]);
  const {records} = await openCurated(toNodeFolder(root));
  const byId = (a: {id: string}, b: {id: string}) => (a.id < b.id ? -1 : 1);
  expect(records.entries.toSorted(byId)).toEqual(curated.records.entries.toSorted(byId));
  expect(Object.is(records.entries.find(({type}) => type === "item")!.fields.minus, -0)).toBe(true);
  expect(records.edges).toEqual(curated.records.edges);
  expect(records.kinds).toEqual(curated.records.kinds);
  const rooms = await readFile(join(root, "entries/room.jsonl"), "utf8");
  expect(rooms.split("\n").map((line) => line.slice(0, 20))).toEqual([
    '{"slug":"attic","tit',
    '{"slug":"kitchen","t',
    ""
  ]);
});

test("Curated does the same twice without a trace: same counts, same bytes, no file written", async () => {
  const root = await makeFolder();
  await fill(root);
  const before = await readAll(root);
  const {rooms, items, edges, files} = await fill(root);
  expect(
    [rooms, items, edges].map(({added, changed, unchanged}) => [added, changed, unchanged])
  ).toEqual([
    [0, 0, 2],
    [0, 0, 1],
    [0, 0, 1]
  ]);
  expect(files).toEqual({written: [], removed: []});
  expect(await readAll(root)).toEqual(before);
});

test("Curated.upsertAll() changes one line where one entry changes, and its former address is kept", async () => {
  const root = await makeFolder();
  await fill(root);
  const curated = await openCurated(toNodeFolder(root));
  curated.putType({...ROOM, titleField: "area"});
  expect(curated.upsertAll([{type: "room", fields: {name: "Kitchen", area: 14}}])).toMatchObject({
    changed: 1
  });
  const {written} = await curated.save();
  expect(written).toEqual(["types/room.json", "entries/room.jsonl"]);
  const {records} = await openCurated(toNodeFolder(root));
  const kitchen = records.entries.find(({fields}) => fields.name === "Kitchen")!;
  expect(kitchen).toMatchObject({slug: "14", title: "14", revision: 2});
  expect(records.slugs).toEqual([{type: "room", slug: "kitchen", id: kitchen.id}]);
});

test("openCurated() fills in what a hand-written line leaves out, and removes files of types that are gone", async () => {
  const root = await makeFolder();
  await fill(root);
  await writeFile(
    join(root, "entries/room.jsonl"),
    '{"fields": {"name": "Cellar"}}\n\n{"fields": {"name": "Cellar"}, "slug": "own"}\n'
  );
  await rm(join(root, "edges/stored_in.jsonl"));
  const curated = await openCurated(toNodeFolder(root));
  const rooms = curated.records.entries.filter(({type}) => type === "room");
  expect(rooms.map(({title, slug, revision}) => [title, slug, revision])).toEqual([
    ["Cellar", "cellar", 1],
    ["Cellar", "own", 1]
  ]);
  await writeFile(join(root, "kinds/left.json"), '{"name": "left"}');
  expect((await curated.save()).removed).toEqual(["kinds/left.json"]);
});

test.each([
  ["entries/room.jsonl", "{", /no JSON: entries\/room\.jsonl:1: /],
  ["entries/room.jsonl", '{"fields": [1]}', /fields is no group of values: entries\/room\.jsonl:1/],
  ["entries/room.jsonl", '{"created": "soon"}', /created is no date: entries\/room\.jsonl:1/],
  ["entries/room.jsonl", '{"slug": "a"}\n{"slug": "a"}', /stands there twice: room\/a/],
  ["entries/lost.jsonl", "{}", /type not found: entries\/lost\.jsonl needs types\/lost\.json/],
  [
    "edges/stored_in.jsonl",
    '{"from": "a"}',
    /to is missing, or no text: edges\/stored_in\.jsonl:1/
  ],
  ["types/bad.json", '{"name": "no name"}', /not an identifier.*: types\/bad\.json/]
])("openCurated() refuses %s with %s and says where", async (path, text, message) => {
  const root = await makeFolder();
  await fill(root);
  await writeFile(join(root, path), text);
  await expect(openCurated(toNodeFolder(root))).rejects.toThrow(message);
});

test("Curated names the types and kinds there are where one is not", async () => {
  const {curated, rooms} = await fill(await makeFolder());
  expect(() => curated.upsertAll([{type: "car", fields: {}}])).toThrow(
    'entry type not found: "car" (there are: item, room)'
  );
  expect(() => curated.addEdges([{kind: "near", from: "a", to: "b"}])).toThrow(
    'edge kind not found: "near" (there are: stored_in)'
  );
  expect(() => curated.addEdges([{kind: "stored_in", from: rooms.ids[0]!, to: "nobody"}])).toThrow(
    "end of edge not found: nobody"
  );
});

async function readAll(root: string): Promise<Record<string, string>> {
  const paths = (await readdir(root, {recursive: true})).filter((path) => /\.jsonl?$/.test(path));
  const texts = await Promise.all(paths.sort().map((path) => readFile(join(root, path), "utf8")));
  return Object.fromEntries(paths.map((path, i) => [path, texts[i]!]));
}
