import {expect, onTestFinished, test} from "vitest";
import {toEdgeKind} from "../../../src/model/edge.ts";
import {toEntryType} from "../../../src/model/entry-type.ts";
import {createCuratedFolder} from "../../../src/workspace/curated/curated-folder.ts";
import {toHandleFolder} from "../../../src/workspace/curated/handle-folder.ts";
import {freshStore} from "../store/fresh-store.ts";

const ROOM = toEntryType({
  name: "room",
  keyField: "name",
  schema: {type: "object", properties: {name: {type: "string"}, note: {type: "string"}}}
});

async function makeFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const name = `folder-${crypto.randomUUID()}`;
  onTestFinished(() => root.removeEntry(name, {recursive: true}));
  return root.getDirectoryHandle(name, {create: true});
}

test("CuratedFolder saves text that another browser loads, writes only what differs, and shows both versions", async () => {
  const [here, there] = [await freshStore(ROOM), await freshStore()];
  const handle = await makeFolder();
  await here.kinds.put(toEdgeKind({name: "beside"}));
  const photo = await here.attachments.put(new File(["bytes"], "p.jpg"));
  const kitchen = await here.entries.add({
    type: "room",
    fields: {name: "Kitchen", photo, minus: -0}
  });
  const attic = await here.entries.add({type: "room", fields: {name: "Ättic <b>"}});
  await here.edges.add({kind: "beside", from: kitchen.id, to: attic.id});
  const folder = createCuratedFolder(here);
  expect((await folder.save(handle)).written).toHaveLength(4);
  expect(await folder.save(handle)).toEqual({written: [], removed: []});
  expect((await folder.current())!.name).toBe(handle.name);

  const other = createCuratedFolder(there);
  expect((await other.plan(handle)).counts).toMatchObject({entries: {added: 2}, edges: {added: 1}});
  await other.load(handle);
  expect(await there.entries.get(kitchen.id)).toEqual(kitchen);
  expect(await (await there.attachments.get(photo.sha256))!.text()).toBe("bytes");

  await there.entries.update(attic.id, {fields: {name: "Ättic <b>", note: "cold"}});
  expect((await other.save(handle)).written).toEqual(["entries/room.jsonl"]);
  const plan = await folder.plan(handle);
  expect(plan.differences).toMatchObject([
    {name: "Ättic <b>", stays: "archived", here: {fields: {}}, archived: {fields: {note: "cold"}}}
  ]);
  const {group} = await folder.load(handle);
  expect((await here.entries.get(attic.id))!.fields.note).toBe("cold");
  await here.history.undo(group!);
  expect((await here.entries.get(attic.id))!.fields.note).toBeUndefined();

  await toHandleFolder(handle).write("entries/room.jsonl", "{\n");
  await expect(folder.plan(handle)).rejects.toThrow(/^no JSON: entries\/room\.jsonl:1/);

  const root = await navigator.storage.getDirectory();
  const gone = await root.getDirectoryHandle("gone", {create: true});
  await root.removeEntry("gone");
  for (const use of ["save", "plan", "load"] as const)
    await expect(folder[use](gone)).rejects.toThrow("folder not found: gone; it was moved");
});
