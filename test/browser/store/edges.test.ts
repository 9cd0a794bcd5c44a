import {expect, test} from "vitest";
import {toEdgeKind} from "../../../src/model/edge.ts";
import {toEntryType} from "../../../src/model/entry-type.ts";
import type {EdgeQuery} from "../../../src/store/edge-page.ts";
import {BOOK, book, freshStore} from "./fresh-store.ts";
import type {Store} from "../../../src/store/store.ts";

const PERSON = toEntryType({
  name: "person",
  schema: {type: "object", properties: {name: {type: "string"}}}
});
const WROTE = toEdgeKind({
  name: "wrote",
  inverse: "written by",
  fromTypes: ["person"],
  toTypes: ["book"]
});
const LIKE = toEdgeKind({name: "like", label: "is like", symmetric: true});

async function library(): Promise<{store: Store; ann: string; bea: string; a: string; b: string}> {
  const store = await freshStore(BOOK, PERSON);
  await store.kinds.put(WROTE);
  await store.kinds.put(LIKE);
  const {ids} = await store.entries.addAll([
    {type: "person", fields: {name: "Ann"}},
    {type: "person", fields: {name: "Bea"}},
    book({title: "A"}),
    book({title: "B"})
  ]);
  const [ann, bea, a, b] = ids as [string, string, string, string];
  return {store, ann, bea, a, b};
}

test("edges.of(entryId) groups edges by what they say at this end", async () => {
  const {store, ann, bea, a, b} = await library();
  await store.edges.add({kind: "wrote", from: ann, to: b, fields: {year: 1999}});
  await store.edges.add({kind: "wrote", from: ann, to: a});
  await store.edges.add({kind: "wrote", from: bea, to: a});
  await store.edges.add({kind: "like", from: b, to: a});
  const read = async (id: string): Promise<unknown> =>
    (await store.edges.of(id)).map(({kind, direction, label, edges, total}) => [
      `${kind} ${direction} ${label} ${total}`,
      ...edges.map(({other}) => other.title)
    ]);
  expect(await read(ann)).toEqual([["wrote out wrote 2", "A", "B"]]);
  expect(await read(a)).toEqual([
    ["like out is like 1", "B"],
    ["wrote in written by 2", "Ann", "Bea"]
  ]);
  expect(await read(b)).toEqual([
    ["like out is like 1", "A"],
    ["wrote in written by 1", "Ann"]
  ]);
  expect(await store.edges.countByKind()).toEqual(
    new Map([
      ["like", 1],
      ["wrote", 3]
    ])
  );
});

test("edges.add(draft) does not double an edge, from the other end of a symmetric kind neither", async () => {
  const {store, ann, a, b} = await library();
  const edge = await store.edges.add({kind: "wrote", from: ann, to: a});
  expect(await store.edges.add({kind: "wrote", from: ann, to: a})).toEqual(edge);
  expect(await store.edges.add({kind: "wrote", from: ann, to: a, fields: {year: 1}})).toMatchObject(
    {
      id: edge.id,
      fields: {year: 1},
      revision: 2
    }
  );
  const like = await store.edges.add({kind: "like", from: a, to: b});
  expect((await store.edges.add({kind: "like", from: b, to: a})).id).toBe(like.id);
  expect(await store.edges.count()).toBe(2);
});

test("edges.add(draft) refuses what makes no sense, and says why", async () => {
  const {store, ann, a} = await library();
  const add = (kind: string, from: string, to: string) => store.edges.add({kind, from, to});
  await expect(add("nope", ann, a)).rejects.toThrow(
    'edge kind not found: "nope" (there are: like, wrote)'
  );
  await expect(add("wrote", a, ann)).rejects.toThrow(
    '"wrote" does not join these: it goes from person to book, not from book to person'
  );
  await expect(add("wrote", ann, "gone")).rejects.toThrow("end of edge not found: gone");
  await expect(add("like", a, a)).rejects.toThrow('edge joins an entry to itself: "A"');
  expect(await store.edges.count()).toBe(0);
});

test("edges.addAll(drafts) is all or nothing", async () => {
  const {store, ann, a, b} = await library();
  const drafts = [
    {kind: "wrote", from: ann, to: a},
    {kind: "wrote", from: ann, to: b}
  ];
  await expect(
    store.edges.addAll([...drafts, {kind: "wrote", from: ann, to: "gone"}])
  ).rejects.toThrow();
  expect(await store.edges.count()).toBe(0);
  expect(await store.edges.addAll([...drafts, drafts[0]!])).toMatchObject({added: 2, unchanged: 1});
});

test("edges.page(query) pages, sorts and searches by what stands at the ends", async () => {
  const {store, ann, bea, a, b} = await library();
  await store.edges.addAll([
    {kind: "wrote", from: bea, to: b, fields: {role: "Editor"}},
    {kind: "wrote", from: ann, to: a},
    {kind: "like", from: a, to: b}
  ]);
  const read = async (query: EdgeQuery): Promise<unknown> => {
    const {edges, total} = await store.edges.page(query);
    return [total, ...edges.map(({from, to}) => `${from.title} ${to.title}`)];
  };
  expect(await read({})).toEqual([3, "A B", "Ann A", "Bea B"]);
  expect(await read({kind: "wrote", limit: 1, offset: 1})).toEqual([2, "Bea B"]);
  expect(await read({sort: {by: "created"}})).toEqual([3, "Bea B", "Ann A", "A B"]);
  expect(await read({sort: {by: "from", descending: true}})).toEqual([3, "Bea B", "Ann A", "A B"]);
  expect(await read({sort: {by: "kind"}, limit: 1})).toEqual([3, "A B"]);
  expect(await read({text: "EDIT b"})).toEqual([1, "Bea B"]);
  expect((await store.edges.page({text: "ann"})).edges[0]).toMatchObject({
    from: {end: {kind: "entry", id: ann}, title: "Ann", type: "person"},
    to: {title: "A", type: "book"}
  });
});

test("edges.remove(ids) removes, and undo brings back", async () => {
  const {store, ann, a} = await library();
  const edge = await store.edges.add({kind: "wrote", from: ann, to: a});
  const {group, edges} = await store.edges.remove([edge.id, "nope"]);
  expect(edges).toBe(1);
  expect(await store.edges.of(ann)).toEqual([]);
  await store.history.undo(group!);
  expect(await store.edges.of(ann)).toHaveLength(1);
});

test("kinds.remove(name) and types.remove(name) are refused while in use", async () => {
  const {store, ann, a} = await library();
  const edge = await store.edges.add({kind: "wrote", from: ann, to: a});
  await expect(store.kinds.remove("wrote")).rejects.toThrow(
    "edge kind is in use: wrote has 1 edge; remove them first"
  );
  await expect(store.types.remove("person")).rejects.toThrow(
    "entry type is in use: person has 2 entries"
  );
  await store.edges.remove([edge.id]);
  await store.kinds.remove("wrote");
  expect((await store.kinds.list()).map(({name}) => name)).toEqual(["like"]);
});

test("types.put(type) counts the version up when something changed, and only then", async () => {
  const store = await freshStore();
  expect(await store.types.put(BOOK)).toMatchObject({version: 1});
  expect(await store.types.put(BOOK)).toMatchObject({version: 1});
  expect(await store.types.put({...BOOK, label: "Tome"})).toMatchObject({
    version: 2,
    label: "Tome"
  });
  expect(await store.history.count()).toBe(2);
});
