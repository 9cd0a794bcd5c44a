import {expect, test} from "vitest";
import {toEntryType} from "../../../src/model/entry-type.ts";
import type {Store} from "../../../src/store/store.ts";
import {freshStore} from "./fresh-store.ts";

const INSTRUMENT = toEntryType({
  name: "instrument",
  abstract: true,
  titleTemplate: "{maker} {model}",
  schema: {
    type: "object",
    properties: {
      maker: {type: "string"},
      model: {type: "string"},
      mac: {type: "string", "x-lakebook": {unique: true}}
    }
  }
});
const FREEZER = toEntryType({
  name: "freezer",
  extends: "instrument",
  schema: {type: "object", properties: {degrees: {type: "number"}}}
});
const COMPUTER = toEntryType({name: "computer", extends: "instrument"});

function lab(): Promise<Store> {
  return freshStore(INSTRUMENT, FREEZER, COMPUTER);
}

test("entries.add(draft) of a type that extends another has the other's title, and of an abstract one is refused", async () => {
  const store = await lab();
  const fields = {maker: "Acme", model: "X1"};
  const entry = await store.entries.add({type: "freezer", fields});
  expect(entry).toMatchObject({title: "Acme X1", slug: "acme-x1"});
  const refused =
    "entry type is abstract: instrument has no entries of its own; add one of a type that extends it: computer, freezer";
  await expect(store.entries.add({type: "instrument", fields})).rejects.toThrow(refused);
  await expect(store.entries.upsertAll([{type: "instrument", fields}])).rejects.toThrow(refused);
});

test("types.put(type) with another title gives all entries of its family other titles, and undo takes all of it back", async () => {
  const store = await lab();
  const fields = {maker: "Acme", model: "X1"};
  const {id} = await store.entries.add({type: "freezer", fields});
  await store.types.put({...INSTRUMENT, titleTemplate: "{model} ({maker})"});
  expect(await store.entries.get(id)).toMatchObject({title: "X1 (Acme)", slug: "x1-acme"});
  const later = await store.entries.add({type: "computer", fields: {maker: "Beta", model: "B"}});
  const put = (await store.history.recent({offset: 1, limit: 1}))[0]!;
  await store.history.undo(put.group);
  expect((await store.entries.get(id))?.title).toBe("Acme X1");
  expect((await store.entries.get(later.id))?.title).toBe("Beta B");
});

test("types.putAll(types) takes types that extend each other in any order, in one write", async () => {
  const store = await freshStore();
  const {types, group} = await store.types.putAll([COMPUTER, FREEZER, INSTRUMENT]);
  expect(types.map(({name, version}) => `${name} ${version}`)).toEqual([
    "computer 1",
    "freezer 1",
    "instrument 1"
  ]);
  await store.history.undo(group!);
  expect(await store.types.list()).toEqual([]);
});

test("types.put(type) refuses a circle, a gap and fields that are not there, and changes nothing", async () => {
  const store = await lab();
  const revision = await store.history.revision();
  await expect(store.types.put({...INSTRUMENT, extends: "computer"})).rejects.toThrow(
    "type extends itself: computer → instrument → computer"
  );
  await expect(store.types.put({...COMPUTER, extends: "nothing"})).rejects.toThrow(
    "extended type not found: nothing (computer extends it)"
  );
  await expect(store.types.put({...COMPUTER, titleTemplate: "{modle}"})).rejects.toThrow(
    "field of title is not in the schema of computer: modle (it has: maker, model, mac)"
  );
  await expect(store.types.put({...COMPUTER, unique: [["maker", "serial"]]})).rejects.toThrow(
    "unique field is not in the schema of computer: serial"
  );
  expect((await store.types.put({...COMPUTER, keyField: "mac"})).keyField).toBe("mac");
  expect(await store.history.revision()).toBe(revision + 1);
});

test("types.remove(name) and undo are refused while another type extends it", async () => {
  const store = await lab();
  await expect(store.types.remove("instrument")).rejects.toThrow(
    "entry type is in use: computer, freezer extend instrument; change or remove that first"
  );
  const added = (await store.history.recent()).find(({what}) => what.endsWith("Instrument"))!;
  await expect(store.history.undo(added.group)).rejects.toThrow(
    "cannot take back: extended type not found: instrument"
  );
  await store.types.remove("freezer");
  expect(await store.types.list()).toHaveLength(2);
});

test("a value that is unique in a type is shared by none of its family, whoever writes it", async () => {
  const store = await lab();
  const mac = "AA:BB";
  const freezer = await store.entries.add({type: "freezer", fields: {model: "Cold", mac}});
  const computer = await store.entries.add({type: "computer", fields: {model: "PC"}});
  const refused = `value is taken: mac " aa:bb" is that of "Cold" (no two instrument entries share it)`;
  const twin = {type: "computer", fields: {model: "Twin", mac: " aa:bb"}};
  await expect(store.entries.add(twin)).rejects.toThrow(refused);
  await expect(store.entries.upsertAll([twin])).rejects.toMatchObject({
    name: "UniqueError",
    fields: ["mac"],
    holder: {id: freezer.id, type: "freezer", title: "Cold"}
  });
  await expect(store.entries.update(computer.id, {fields: twin.fields})).rejects.toThrow(refused);
  const other = {type: "computer", fields: {model: "Other", mac: "CC"}};
  await expect(store.entries.addAll([other, {...other}])).rejects.toThrow(/mac "CC" is that of "O/);
  expect(await store.entries.clashes(twin)).toMatchObject([{fields: ["mac"]}]);
  expect(await store.entries.clashes(twin, {except: freezer.id})).toEqual([]);
  expect(await store.entries.count()).toBe(2);

  const removal = await store.entries.remove([freezer.id]);
  await store.entries.add(twin);
  const back = `value is taken: mac "AA:BB" is that of "Twin"`;
  await expect(store.history.undo(removal.group!)).rejects.toThrow(back);
  await expect(store.history.restore([freezer.id])).rejects.toThrow(back);
});

test("two entries change what is unique between them in one write, and what is missing is shared by all", async () => {
  const store = await lab();
  const {ids} = await store.entries.addAll(
    ["1", "2", undefined, ""].map((mac) => ({type: "computer", fields: {model: "M", mac}}))
  );
  const {changed} = await store.entries.changeAll(ids.slice(0, 2), ({fields}) => ({
    ...fields,
    mac: fields.mac === "1" ? "2" : "1"
  }));
  expect(changed).toBe(2);
});

test("types.conflicts(name) lists what collides since the type says so; it stays until somebody changes it", async () => {
  const store = await lab();
  const macs = ["1", "1", "2", "3", "3", "3"];
  const {ids} = await store.entries.addAll(
    macs.map((host, i) => ({type: "computer", fields: {model: `M${i}`, host}}))
  );
  const host = {type: "string" as const, "x-lakebook": {unique: true}};
  await store.types.put({...COMPUTER, schema: {type: "object", properties: {host}}});
  const {conflicts, total} = await store.types.conflicts("computer", {limit: 1, offset: 1});
  expect(total).toBe(2);
  expect(conflicts).toMatchObject([
    {fields: ["host"], values: ["3"], entries: [{title: "M3"}, {title: "M4"}, {title: "M5"}]}
  ]);
  expect(await store.types.conflicts("freezer")).toEqual({conflicts: [], total: 0});
  const note = {model: "M0!", host: "1"};
  expect(await store.entries.update(ids[0]!, {fields: note})).toMatchObject({title: "M0!"});
  await expect(store.entries.update(ids[0]!, {fields: {...note, host: "2"}})).rejects.toThrow(
    'value is taken: host "2" is that of "M2"'
  );
  await store.types.put(COMPUTER);
  expect((await store.types.conflicts("computer")).total).toBe(0);
});

test("entries.addAll(drafts) of thousands refuses the one that shares a value with what is there", async () => {
  const store = await lab();
  const drafts = Array.from({length: 2500}, (_, i) => ({
    type: "computer",
    fields: {model: `M${i}`, mac: String(i)}
  }));
  await store.entries.addAll(drafts.slice(0, 2000));
  await expect(store.entries.addAll(drafts.slice(1999))).rejects.toThrow('mac "1999" is that of');
  expect(await store.entries.count()).toBe(2000);
});
