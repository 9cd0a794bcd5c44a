import {expect, onTestFinished, test} from "vitest";
import {toEdgeKind} from "../../../src/model/edge.ts";
import {Database} from "../../../src/store/database.ts";
import {BOOK, book, freshStore, openAgain} from "./fresh-store.ts";

const CITES = toEdgeKind({name: "cites", inverse: "cited by"});

test("history.of(table, id) tells what happened to a record, newest first", async () => {
  const store = await freshStore(BOOK);
  const one = await store.entries.add(book({title: "One"}));
  const two = await store.entries.update(one.id, {fields: {title: "Two"}});
  await store.entries.remove([one.id]);
  const changes = await store.history.of("entries", one.id);
  expect(changes.map(({what, before, after, seq}) => ({what, before, after, seq}))).toEqual([
    {what: 'Remove "Two"', before: two, after: null, seq: 4},
    {what: 'Edit "Two"', before: one, after: two, seq: 3},
    {what: 'Add "One"', before: null, after: one, seq: 2}
  ]);
});

test("history.since(seq, limit) gives the changes after a number, each once, in order", async () => {
  const store = await freshStore(BOOK);
  await store.entries.addAll(Array.from({length: 2500}, (_, i) => book({title: String(i)})));
  await store.entries.add(book({title: "last"}));
  expect(await store.history.revision()).toBe(2502);
  const all = await store.history.since(0);
  expect(all.map(({seq}) => seq)).toEqual(Array.from({length: 2502}, (_, i) => i + 1));
  expect((await store.history.since(2499)).map(({seq}) => seq)).toEqual([2500, 2501, 2502]);
  expect((await store.history.since(999, 3)).map(({seq}) => seq)).toEqual([1000, 1001, 1002]);
  expect(await store.history.since(2502)).toEqual([]);
});

test("history.undo(group) takes an addition, an edit and a removal back, and undoing the undo does it again", async () => {
  const store = await freshStore(BOOK);
  const one = await store.entries.add(book({title: "One"}));
  await store.entries.update(one.id, {fields: {title: "Two"}});
  const edit = (await store.history.lastUndoable())!;
  const undone = await store.history.undo(edit.group);
  expect(undone).toMatchObject({what: 'Undo: Edit "Two"', kind: "undo", undoes: edit.group});
  expect(await store.entries.get(one.id)).toMatchObject({title: "One", slug: "one", revision: 3});
  expect((await store.entries.bySlug("book", "two"))?.id).toBe(one.id);
  const redone = await store.history.undo(undone.group);
  expect(redone.what).toBe('Redo: Edit "Two"');
  expect(await store.entries.get(one.id)).toMatchObject({title: "Two", slug: "two", revision: 4});

  const {group} = await store.entries.remove([one.id]);
  await store.history.undo(group!);
  expect(await store.entries.get(one.id)).toMatchObject({title: "Two", slug: "two", revision: 5});
});

test("history.lastUndoable() and lastRedoable() walk back and forth like a stack", async () => {
  const store = await freshStore(BOOK);
  const {id} = await store.entries.add(book({title: "0"}));
  for (const title of ["1", "2", "3"]) await store.entries.update(id, {fields: {title}});
  const title = async (): Promise<string> => (await store.entries.get(id))!.title;
  const undo = async (): Promise<unknown> =>
    store.history.undo((await store.history.lastUndoable())!.group);
  const redo = async (): Promise<unknown> =>
    store.history.undo((await store.history.lastRedoable())!.group);
  expect(await store.history.lastRedoable()).toBeUndefined();
  await undo();
  await undo();
  expect(await title()).toBe("1");
  await redo();
  expect(await title()).toBe("2");
  await redo();
  expect(await title()).toBe("3");
  await undo();
  await undo();
  await undo();
  expect(await title()).toBe("0");
  await redo();
  expect(await title()).toBe("1");
  await store.entries.update(id, {fields: {title: "new"}});
  expect(await store.history.lastRedoable()).toBeUndefined();
  await undo();
  expect(await title()).toBe("1");
});

test("history.undo(group) is refused where a record was changed since, and names it", async () => {
  const store = await freshStore(BOOK);
  const {ids, group} = await store.entries.addAll([book({title: "A"}), book({title: "B"})]);
  await store.entries.update(ids[1]!, {fields: {title: "B!"}});
  const revision = await store.history.revision();
  await expect(store.history.undo(group!)).rejects.toThrow(
    'cannot take back "Add 2 entries": changed since: "B!"; take the later changes back first'
  );
  expect(await store.history.revision()).toBe(revision);
  expect(await store.entries.count()).toBe(2);
});

test("history.undo(group) twice is refused", async () => {
  const store = await freshStore(BOOK);
  const {group} = await store.entries.addAll([book({title: "A"})]);
  await store.history.undo(group!);
  await expect(store.history.undo(group!)).rejects.toThrow("change was taken back already");
  await expect(store.history.undo("nope")).rejects.toThrow("change not found: nope");
});

test("history.undo(group) of a removal brings the edges back, and takes another slug where its own is taken", async () => {
  const store = await freshStore(BOOK);
  await store.kinds.put(CITES);
  const {ids} = await store.entries.addAll([book({title: "A"}), book({title: "B"})]);
  const edge = await store.edges.add({kind: "cites", from: ids[0]!, to: ids[1]!});
  const {group} = await store.entries.remove([ids[0]!]);
  await store.entries.add(book({title: "A"}));
  await store.history.undo(group!);
  expect(await store.entries.get(ids[0]!)).toMatchObject({slug: "a-2"});
  expect(await store.edges.get(edge.id)).toMatchObject({from: ids[0], to: ids[1], revision: 2});
});

test("history.undo(group) of an addition is refused while edges lean on it, and of an edge while an end is gone", async () => {
  const store = await freshStore(BOOK);
  await store.kinds.put(CITES);
  const {ids, group} = await store.entries.addAll([book({title: "A"}), book({title: "B"})]);
  const edge = await store.edges.add({kind: "cites", from: ids[0]!, to: ids[1]!});
  await expect(store.history.undo(group!)).rejects.toThrow("1 edge joined these entries later");
  const removed = await store.edges.remove([edge.id]);
  await store.entries.remove([ids[1]!]);
  await expect(store.history.undo(removed.group!)).rejects.toThrow(
    'an end of an edge "cites" is gone'
  );
});

test("history.undo(group) of a type is refused while entries are of it", async () => {
  const store = await freshStore(BOOK);
  const type = (await store.history.lastUndoable())!;
  const {id} = await store.entries.add(book({title: "A"}));
  await expect(store.history.undo(type.group)).rejects.toThrow("1 entry of type book came later");
  await store.entries.remove([id]);
  await store.history.undo(type.group);
  const removal = (await store.history.recent()).find(({what}) => what === 'Remove "A"')!;
  await expect(store.history.undo(removal.group)).rejects.toThrow('the type of "A" is gone: book');
});

test("history.undo(group) of more than a thousand is one write", async () => {
  const store = await freshStore(BOOK);
  const {group, ids} = await store.entries.addAll(
    Array.from({length: 1100}, (_, i) => book({title: `T ${i}`}))
  );
  const undone = await store.history.undo(group!);
  expect(await store.entries.count()).toBe(0);
  expect(undone).toMatchObject({removed: 1100, added: 0});
  await store.history.undo(undone.group);
  expect(await store.entries.count()).toBe(1100);
  expect((await store.entries.get(ids[1099]!))?.slug).toBe("t-1099");
  const removal = await store.entries.remove(ids);
  await store.history.undo(removal.group!);
  expect(await store.entries.count()).toBe(1100);
});

test("history.undo(group, {signal}) that is stopped leaves all as it was", async () => {
  const store = await freshStore(BOOK);
  const {group} = await store.entries.addAll(
    Array.from({length: 1100}, (_, i) => book({title: `T ${i}`}))
  );
  const stop = new AbortController();
  const undoing = store.history.undo(group!, {signal: stop.signal, onProgress: () => stop.abort()});
  await expect(undoing).rejects.toMatchObject({name: "AbortError"});
  expect(await store.entries.count()).toBe(1100);
});

test("history.removed({type}) lists what can be restored; restore(ids) brings it back with its edges", async () => {
  const store = await freshStore(BOOK);
  await store.kinds.put(CITES);
  const {ids} = await store.entries.addAll([
    book({title: "A"}),
    book({title: "B"}),
    book({title: "C"})
  ]);
  const [a, b, c] = ids as [string, string, string];
  await store.edges.addAll([
    {kind: "cites", from: a, to: b},
    {kind: "cites", from: a, to: c}
  ]);
  await store.entries.remove([a, b]);
  const {entries, total} = await store.history.removed({type: "book"});
  expect(total).toBe(2);
  expect(entries.map(({entry}) => entry.title).sort()).toEqual(["A", "B"]);
  expect(await store.history.removed({type: "film"})).toEqual({entries: [], total: 0});

  expect(await store.history.restore([a])).toMatchObject({edges: 1});
  expect(await store.entries.get(a)).toMatchObject({title: "A", revision: 2});
  expect((await store.history.removed()).total).toBe(1);
  await expect(store.history.restore([a])).rejects.toThrow("removed entry not found");
});

test("history.removed() pages through thousands newest first, and follows removals, undo and other tabs", async () => {
  const store = await freshStore(BOOK);
  const {ids} = await store.entries.addAll(
    Array.from({length: 2500}, (_, i) => book({title: `T ${i}`}))
  );
  const {group} = await store.entries.remove(ids.slice(0, 2400));
  const titles = async (offset: number): Promise<unknown> => {
    const {entries, total} = await store.history.removed({offset, limit: 2});
    return [total, ...entries.map(({entry}) => entry.title)];
  };
  expect(await titles(0)).toEqual([2400, "T 2399", "T 2398"]);
  expect(await titles(1399)).toEqual([2400, "T 1000", "T 999"]);
  const other = await openAgain(store);
  await other.entries.remove([ids[2450]!]);
  expect(await titles(0)).toEqual([2401, "T 2450", "T 2399"]);
  const undone = await other.history.undo(group!);
  expect(await titles(0)).toEqual([1, "T 2450"]);
  await other.history.undo(undone.group);
  expect(await titles(0)).toEqual([2401, "T 2399", "T 2398"]);
  await store.history.restore([ids[5]!, ids[2450]!]);
  expect(await titles(2397)).toEqual([2399, "T 1", "T 0"]);
});

test("history of an addition says what was added, though it is kept once, and whatever came after", async () => {
  const store = await freshStore(BOOK);
  await store.kinds.put(CITES);
  const {result} = await store.transaction("Both", async (tx) => {
    const one = await tx.entries.add(book({title: "One"}));
    const two = await tx.entries.add(book({title: "Two"}));
    const edge = await tx.edges.add({kind: "cites", from: one.id, to: two.id});
    await tx.entries.update(two.id, {fields: {title: "Two!"}});
    return {one, two, edge};
  });
  const {one, two, edge} = result;
  const added = (await store.history.of("entries", one.id)).at(-1)!;
  const read = async (): Promise<unknown> =>
    (await store.history.changes(added.group)).map(({table, before, after}) => ({
      table,
      before,
      after
    }));
  const written = [
    {table: "entries", before: null, after: one},
    {table: "entries", before: null, after: two},
    {table: "edges", before: null, after: edge},
    {table: "entries", before: two, after: await store.entries.get(two.id)}
  ];
  expect(await read()).toEqual(written);
  await store.edges.update(edge.id, {fields: {page: 1}});
  await store.entries.update(one.id, {fields: {title: "One!"}});
  await store.entries.remove([one.id]);
  expect(await read()).toEqual(written);
  expect((await store.history.since(2, 3)).map(({after}) => after)).toEqual([one, two, edge]);
  const db = new Database(store.name);
  onTestFinished(() => db.close());
  await db.open();
  const blocks = await db.changes.where("group").equals(added.group).toArray();
  expect(blocks[0]!.changes.map((change) => change?.table ?? null)).toEqual([
    null,
    null,
    null,
    "entries"
  ]);
});

test("a clock that jumps back leaves ids, numbers and times in order", async () => {
  const store = await freshStore(BOOK);
  const first = await store.entries.add(book({title: "First"}));
  const {now} = Date;
  onTestFinished(() => void (Date.now = now));
  Date.now = () => now() - 86_400_000;
  const {ids} = await store.entries.addAll([book({title: "A"}), book({title: "B"})]);
  const second = await store.entries.update(first.id, {fields: {title: "Second"}});
  expect([first.id, ...ids].toSorted()).toEqual([first.id, ...ids]);
  expect(second.updated).toBeGreaterThan(first.updated);
  expect((await store.entries.page()).entries.map(({title}) => title)).toEqual([
    "Second",
    "B",
    "A"
  ]);
  const recent = await store.history.recent();
  const times = recent.map(({at}) => at);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect(new Set(times).size).toBe(recent.length);
  Date.now = now;
  await store.history.undo(recent[0]!.group);
  expect((await store.entries.get(first.id))!.updated).toBeGreaterThan(second.updated);
});

test("history.recent({offset, limit}) pages through what was done, newest first", async () => {
  const store = await freshStore(BOOK);
  for (const title of ["A", "B", "C"]) await store.entries.add(book({title}));
  const recent = await store.history.recent({limit: 2});
  expect(recent.map(({what, added}) => `${what} ${added}`)).toEqual(['Add "C" 1', 'Add "B" 1']);
  expect((await store.history.recent({offset: 2, limit: 2})).map(({what}) => what)).toEqual([
    'Add "A"',
    "Set up type Book"
  ]);
  expect(await store.history.count()).toBe(4);
  expect(await store.history.changes(recent[0]!.group)).toMatchObject([
    {table: "entries", before: null}
  ]);
});
