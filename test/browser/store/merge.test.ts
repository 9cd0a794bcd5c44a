import {expect, test} from "vitest";
import {toEdgeKind} from "../../../src/model/edge.ts";
import type {Proposal} from "../../../src/model/suggestion.ts";
import {toSuggestionKey} from "../../../src/model/suggestion.ts";
import type {Store} from "../../../src/store/store.ts";
import {BOOK, book, freshStore} from "./fresh-store.ts";

const CITES = toEdgeKind({name: "cites", inverse: "cited by"});
const ON = toEdgeKind({name: "on", label: "stands on", cardinality: "many-to-one"});

async function shelf(): Promise<{store: Store; a: string; b: string; c: string; d: string}> {
  const store = await freshStore(BOOK);
  await store.kinds.put(CITES);
  await store.kinds.put(ON);
  const {ids} = await store.entries.addAll([
    book({title: "A", year: 1}, {tags: ["x"]}),
    book({title: "B", year: 2, note: "of B"}, {tags: ["y"]}),
    book({title: "C"}),
    book({title: "D"})
  ]);
  const [a, b, c, d] = ids as [string, string, string, string];
  return {store, a, b, c, d};
}

async function snapshot(store: Store): Promise<unknown> {
  const omitTimes = (record: object): object => ({...record, updated: 0, revision: 0});
  const entries = await store.entries.scan();
  const edges = await store.edges.scan();
  return {entries: entries.map(omitTimes), edges: edges.map(omitTimes)};
}

test("entries.merge(keepId, otherIds) joins fields, tags and edges, and undo and redo go there and back", async () => {
  const {store, a, b, c, d} = await shelf();
  await store.edges.addAll([
    {kind: "cites", from: a, to: c},
    {kind: "cites", from: b, to: c},
    {kind: "cites", from: d, to: b, fields: {page: 3}},
    {kind: "cites", from: b, to: a},
    {kind: "on", from: a, to: c},
    {kind: "on", from: b, to: d}
  ]);
  const before = await snapshot(store);
  const {entry, group} = await store.entries.merge(a, [b, a]);
  expect(entry).toMatchObject({
    id: a,
    title: "A",
    fields: {title: "A", year: 1, note: "of B"},
    tags: ["x", "y"],
    revision: 2
  });
  expect(await store.entries.get(b)).toBeUndefined();
  const edges = await store.edges.scan();
  expect(edges.map(({kind, from, to}) => [kind, from, to])).toEqual([
    ["cites", a, c],
    ["cites", d, a],
    ["on", a, c]
  ]);
  expect(edges[1]).toMatchObject({fields: {page: 3}});
  const after = await snapshot(store);
  expect((await store.history.get(group!))?.what).toBe('Merge "B" into "A"');
  const undone = await store.history.undo(group!);
  expect(await snapshot(store)).toEqual(before);
  await store.history.undo(undone.group);
  expect(await snapshot(store)).toEqual(after);
  expect((await store.entries.bySlug("book", "b"))?.id).toBe(a);
});

test("entries.merge(keepId, otherIds) lets the others' addresses lead to the kept one, former ones and merged ones too", async () => {
  const {store, a, b, c} = await shelf();
  await store.entries.update(b, {fields: {title: "B2"}});
  await store.entries.merge(b, [c]);
  const {group} = await store.entries.merge(a, [b], {fields: {title: "Best"}, tags: []});
  const find = async (slug: string): Promise<string | undefined> =>
    (await store.entries.bySlug("book", slug))?.id;
  for (const slug of ["best", "a", "b", "b2", "c"])
    expect([slug, await find(slug)]).toEqual([slug, a]);
  expect((await store.entries.add(book({title: "B2"}))).slug).toBe("b2-2");
  await store.history.undo(group!);
  for (const slug of ["b", "b2", "c"]) expect([slug, await find(slug)]).toEqual([slug, b]);
  expect(await store.entries.get(b)).toMatchObject({slug: "b2"});
});

test("entries.merge(keepId, otherIds) refuses what is not there, and what would be unique twice is no hindrance", async () => {
  const {store, a, b} = await shelf();
  await expect(store.entries.merge(a, [a])).rejects.toThrow("there must be two at least");
  await expect(store.entries.merge(a, ["gone"])).rejects.toThrow("entry not found: gone");
  await store.types.put({...BOOK, unique: [["isbn"]]});
  await store.entries.update(b, {fields: {title: "B", isbn: "7"}});
  expect((await store.entries.merge(a, [b])).entry.fields).toMatchObject({isbn: "7"});
});

async function propose(store: Store, ends: string[], proposal: Proposal): Promise<string> {
  const kind = proposal.do === "merge" ? "duplicate" : proposal.do;
  const draft = {kind, ends, proposal, score: 0.75, evidence: [], method: "test"} as const;
  await store.suggestions.propose([draft]);
  return toSuggestionKey(draft);
}

test("suggestions.decide(ids, 'accepted') adds the edge, gives the tag or merges, and undo takes all of it back", async () => {
  const {store, a, b, c} = await shelf();
  const before = await snapshot(store);
  const ids = [
    await propose(store, [a, b], {do: "edge", kind: "cites", from: a, to: b}),
    await propose(store, [a], {do: "tag", tag: "short"})
  ];
  const group = await store.suggestions.decide(ids, "accepted");
  expect(await store.edges.scan()).toMatchObject([{from: a, to: b, confidence: 0.75}]);
  expect((await store.entries.get(a))?.tags).toEqual(["x", "short"]);
  expect(await store.suggestions.countByStatus()).toEqual(new Map([["accepted", 2]]));
  expect(await store.suggestions.decide(ids, "accepted")).toBeNull();
  await store.history.undo(group!);
  expect(await snapshot(store)).toEqual(before);
  expect(await store.suggestions.countByStatus()).toEqual(new Map([["open", 2]]));

  const twins = await propose(store, [b, a], {do: "merge"});
  const merge = {keep: a, fields: {title: "Both"}, tags: ["z"]};
  const merged = await store.suggestions.decide([twins], "accepted", {merge});
  expect(await store.entries.get(a)).toMatchObject({title: "Both", tags: ["z"]});
  expect(await store.entries.get(b)).toBeUndefined();
  expect((await store.suggestions.page({end: b})).total).toBe(0);
  await store.history.undo(merged!);
  expect(await snapshot(store)).toEqual(before);
  expect((await store.suggestions.page({end: b})).total).toBe(2);

  await store.entries.remove([c]);
  const late = await propose(store, [a, c], {do: "edge", kind: "cites", from: a, to: c});
  await expect(store.suggestions.decide([late], "accepted")).rejects.toThrow(
    "end of edge not found"
  );
  expect((await store.suggestions.get(late))?.status).toBe("open");
});

test("suggestions.decide(ids, 'rejected') is remembered, and undo opens it again", async () => {
  const {store, a, b} = await shelf();
  const id = await propose(store, [a, b], {do: "merge"});
  const group = await store.suggestions.decide([id], "rejected");
  expect(await propose(store, [b, a], {do: "merge"})).toBe(id);
  expect((await store.suggestions.get(id))?.status).toBe("rejected");
  await store.history.undo(group!);
  expect(await store.suggestions.get(id)).toMatchObject({status: "open", decided: null});
  expect(await store.entries.count()).toBe(4);
});

test("views.put(view) and views.remove(id) are undone and done again", async () => {
  const {store} = await shelf();
  const view = {
    id: "v",
    name: "By year",
    type: "book",
    layout: "table" as const,
    columns: null,
    sort: [{column: "year", descending: true}],
    filters: [],
    text: "",
    group: null,
    totals: {},
    date: null,
    image: null
  };
  await store.views.put(view);
  await store.views.put({...view, name: "By age"});
  await store.views.remove("v");
  const undo = async (): Promise<unknown> =>
    store.history.undo((await store.history.lastUndoable())!.group);
  const names = async (): Promise<string[]> =>
    (await store.views.list("book")).map(({name}) => name);
  await undo();
  expect(await names()).toEqual(["By age"]);
  await undo();
  expect(await names()).toEqual(["By year"]);
  await undo();
  expect(await names()).toEqual([]);
  await store.history.undo((await store.history.lastRedoable())!.group);
  expect(await store.views.list()).toEqual([view]);
});

test("history says who did it, where the settings name somebody", async () => {
  const {store, a} = await shelf();
  await store.settings.set("author", "Ann");
  await store.entries.update(a, {fields: {title: "A!"}});
  const changes = await store.history.of("entries", a);
  expect(changes.map(({who}) => who)).toEqual(["Ann", ""]);
  expect((await store.history.recent({limit: 1}))[0]).toMatchObject({who: "Ann"});
});
