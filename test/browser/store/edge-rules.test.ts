import {expect, test} from "vitest";
import {toEdgeKind} from "../../../src/model/edge.ts";
import type {EdgeKind} from "../../../src/model/edge.ts";
import {toEndText} from "../../../src/model/end.ts";
import {toEntryType} from "../../../src/model/entry-type.ts";
import type {Store} from "../../../src/store/store.ts";
import {freshStore} from "./fresh-store.ts";

const THING = toEntryType({name: "thing"});
const BOX = toEntryType({name: "box", extends: "thing"});
const ROW = toEndText({kind: "row", table: "raw.cells", sha256: "0".repeat(64), row: 6});

/** A store with some kind, things a to d, and a box with 2 × 3 positions and room for 2. */
async function room(kind: Partial<EdgeKind>): Promise<{
  store: Store;
  [name: string]: string | Store;
  a: string;
  b: string;
  c: string;
  d: string;
  box: string;
}> {
  const store = await freshStore(THING, BOX);
  await store.kinds.put(toEdgeKind({name: "stored_in", label: "stored in", ...kind}));
  const {ids} = await store.entries.addAll([
    ...["A", "B", "C", "D"].map((title) => ({type: "thing", fields: {title}})),
    {type: "box", fields: {title: "Box", rows: 2, columns: 3, room: 2}}
  ]);
  const [a, b, c, d, box] = ids as [string, string, string, string, string];
  return {store, a, b, c, d, box};
}

const join = (from: string, to: string, position?: string) => ({
  kind: "stored_in",
  from,
  to,
  ...(position !== undefined && {fields: {position}})
});

test("a many-to-one edge is refused where its first end has one, and moves in one write", async () => {
  const {store, a, b, box} = await room({cardinality: "many-to-one"});
  const edge = await store.edges.add(join(a, box));
  await store.edges.add(join(b, box));
  await expect(store.edges.add(join(a, b))).rejects.toThrow(
    'edge excludes another: "A" stored in "Box" already; move or remove that one'
  );
  await expect(store.edges.update(edge.id, {to: b}, {revision: edge.revision + 1})).rejects.toThrow(
    "edge was changed elsewhere"
  );
  const moved = await store.edges.update(edge.id, {to: b}, {revision: edge.revision});
  expect(moved).toMatchObject({id: edge.id, from: a, to: b, revision: 2});
  const changes = await store.history.of("edges", edge.id);
  expect(changes.map(({what, before, after}) => [what, before?.to, after?.to])).toEqual([
    ['Move "A" stored in "B"', box, b],
    ['Join "A" stored in "Box"', undefined, box]
  ]);
  await store.history.undo(changes[0]!.group);
  expect((await store.edges.get(edge.id))?.to).toBe(box);
  await expect(store.edges.update(edge.id, {to: "gone"})).rejects.toThrow("end of edge not found");
});

test.each<[cardinality: EdgeKind["cardinality"], symmetric: boolean, refused: string[]]>([
  ["many-to-many", false, []],
  ["many-to-one", false, ["a c"]],
  ["one-to-many", false, ["c b"]],
  ["one-to-one", false, ["a c", "c b"]],
  ["one-to-one", true, ["a c", "c b", "b d", "d a"]]
])(
  "of %s edges (symmetric: %s) beside a → b are refused: %j",
  async (cardinality, symmetric, refused) => {
    const room_ = await room({cardinality: cardinality!, symmetric});
    const id = (name: string): string => room_[name] as string;
    await room_.store.edges.add(join(room_.a, room_.b));
    const got: string[] = [];
    for (const pair of ["a c", "c b", "b d", "d a"]) {
      const [from, to] = pair.split(" ") as [string, string];
      const {group} = await room_.store.edges
        .addAll([join(id(from), id(to))])
        .catch(() => ({group: undefined}));
      if (group === undefined) got.push(pair);
      else await room_.store.history.undo(group!);
    }
    expect(got).toEqual(refused);
  }
);

test("an acyclic kind refuses what leads back, through any number of edges and within one write", async () => {
  const {store, a, b, c, d} = await room({acyclic: true});
  await store.edges.addAll([join(a, b), join(b, c), join(c, d)]);
  await expect(store.edges.add(join(d, a))).rejects.toThrow(
    'edges lead in a circle: "D" stored in "A", which leads back to it'
  );
  await store.edges.add(join(a, d));
  const fresh = await room({acyclic: true});
  await expect(
    fresh.store.edges.addAll([join(fresh.a, fresh.b), join(fresh.b, fresh.a)])
  ).rejects.toThrow("edges lead in a circle");
  expect(await fresh.store.edges.count()).toBe(0);
});

test("a grid has room for one thing in each position, and none outside", async () => {
  const grid = {positionField: "position", rowsField: "rows", columnsField: "columns"};
  const {store, a, b, c, box} = await room({grid});
  const edge = await store.edges.add(join(a, box, "B3"));
  await expect(store.edges.add(join(b, box, "b03"))).rejects.toThrow(
    'position is taken: b03 of "Box" holds "A"'
  );
  await expect(store.edges.add(join(b, box, "C1"))).rejects.toThrow(
    'position is outside: C1 of "Box", which has 2 rows and 3 columns'
  );
  await expect(store.edges.add(join(b, box, "3B"))).rejects.toThrow('position is not valid: "3B"');
  await expect(store.edges.addAll([join(b, box, "A1"), join(c, box, "A1")])).rejects.toThrow(
    'position is taken: A1 of "Box" holds'
  );
  const {group} = await store.edges.remove([edge.id]);
  await store.edges.add(join(b, box, "B3"));
  await expect(store.history.undo(group!)).rejects.toThrow(
    'position is taken: B3 of "Box" holds "B"'
  );
  await store.edges.add(join(c, box));
  expect(await store.edges.count()).toBe(2);
});

test("a kind with room for so many refuses one more; what is there stays when the room gets less", async () => {
  const {store, a, b, c, box} = await room({capacityField: "room"});
  await store.edges.addAll([join(a, box), join(b, box)]);
  await expect(store.edges.add(join(c, box))).rejects.toThrow(
    'no room left: "Box" has room for 2, this would be number 3'
  );
  await store.entries.update(box, {fields: {title: "Box", room: 1}});
  const edge = await store.edges.add({...join(a, box), fields: {note: "first"}});
  expect(edge).toMatchObject({fields: {note: "first"}, revision: 2});
});

test("history.restore(ids) leaves out an edge whose place was taken meanwhile", async () => {
  const {store, a, b, box} = await room({cardinality: "one-to-one"});
  await store.edges.add(join(a, box));
  await store.entries.remove([a]);
  await store.edges.add(join(b, box));
  expect(await store.history.restore([a])).toMatchObject({edges: 0});
  expect((await store.entries.get(a))?.title).toBe("A");
});

test("an end can be a row, a topic or a place in a document, where the kind names them or nothing", async () => {
  const {store, a, b} = await room({});
  const edge = await store.edges.add({
    ...join(a, ROW),
    source: {table: "t", file: "f.csv", sha256: "1", row: 2},
    confidence: 0.75
  });
  expect(await store.edges.get(edge.id)).toEqual(edge);
  expect(edge).toMatchObject({to: ROW, confidence: 0.75, source: {row: 2}});
  expect((await store.edges.of(ROW))[0]).toMatchObject({total: 1, edges: [{other: {title: "A"}}]});
  expect((await store.edges.of(a))[0]).toMatchObject({
    total: 1,
    edges: [],
    elsewhere: [{edge, end: {kind: "row", table: "raw.cells", row: 6}}]
  });
  await store.kinds.put(toEdgeKind({name: "stored_in", toTypes: ["thing", "topic"]}));
  await store.edges.add(join(a, "topic:cold"));
  await store.edges.add(join(a, b));
  await expect(store.edges.add(join(b, ROW))).rejects.toThrow(
    "it goes from anything to thing or topic, not from thing to row"
  );
  await store.entries.remove([a]);
  expect(await store.edges.count()).toBe(0);
});

test("a kind that joins a type joins those that extend it, and its own fields are kept", async () => {
  const {store, a, box} = await room({fromTypes: ["thing"], toTypes: ["thing"]});
  const edge = await store.edges.add({...join(box, a), fields: {since: "2026-01-02", role: "x"}});
  expect(edge.fields).toEqual({since: "2026-01-02", role: "x"});
});
