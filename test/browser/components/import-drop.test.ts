import {afterEach, expect, test} from "vitest";
import {collectDropped, collectPicked} from "../../../components/import-collect.ts";
import {requestImport} from "../../../components/import-request.ts";
import "../../../components/lb-import-dialog.ts";
import {createImportsDouble, toWorkspace} from "./imports-double.ts";
import {expectAccessible, mount, part, parts, settle} from "./mount.ts";

const CSV = "id;city\n1;Porto\n";

afterEach(() => {
  for (const dialog of document.querySelectorAll("lb-import-dialog"))
    dialog.shadowRoot?.querySelector("dialog")?.close();
});

function toTransfer(...names: readonly string[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const name of names) transfer.items.add(new File([CSV], name));
  return transfer;
}

function drag(type: string, transfer: DataTransfer): DragEvent {
  const event = new DragEvent(type, {
    dataTransfer: transfer,
    bubbles: true,
    cancelable: true,
    composed: true
  });
  document.body.dispatchEvent(event);
  return event;
}

test("collectDropped(transfer) gives the files, without those that begin with a dot, in order", async () => {
  const {files, problems} = await collectDropped(toTransfer("b.csv", ".DS_Store", "a.csv"));
  expect(files.map(({path}) => path)).toEqual(["a.csv", "b.csv"]);
  expect(await files[0]!.blob.text()).toBe(CSV);
  expect(problems).toEqual([]);
});

test("collectDropped(transfer) walks folders and keeps the handles of their files", async () => {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle("drop-test", {create: true});
  const inner = await folder.getDirectoryHandle("2024", {create: true});
  for (const [place, name] of [
    [folder, "a.csv"],
    [inner, "b.csv"],
    [inner, ".hidden"]
  ] as const) {
    const file = await (await place.getFileHandle(name, {create: true})).createWritable();
    await file.write(CSV);
    await file.close();
  }
  // what a real drop of a folder gives, which no script can make
  const item = {
    kind: "file",
    getAsFileSystemHandle: () => Promise.resolve(folder),
    webkitGetAsEntry: () => null,
    getAsFile: () => null
  };
  const transfer = {items: [item]} as unknown as DataTransfer;
  const counts: number[] = [];
  const {files} = await collectDropped(transfer, {onProgress: (count) => counts.push(count)});
  expect(files.map(({path}) => path)).toEqual(["drop-test/2024/b.csv", "drop-test/a.csv"]);
  expect(files.map(({handle}) => handle?.kind)).toEqual(["file", "file"]);
  expect(counts).toEqual([1, 2]);
  await root.removeEntry("drop-test", {recursive: true});
});

test("collectPicked(files) names the files of a folder by their path", async () => {
  const file = new File([CSV], "a.csv");
  Object.defineProperty(file, "webkitRelativePath", {value: "bank/a.csv"});
  expect((await collectPicked([file])).files[0]!.path).toBe("bank/a.csv");
});

test("lb-import-dialog takes files that are dropped anywhere, and says so while they are held", async () => {
  const imports = createImportsDouble();
  const dialog = await mount("lb-import-dialog", {workspace: toWorkspace(imports)});
  const overlay = part(part(dialog, "lb-drop"), "[popover]");
  const transfer = toTransfer("bank.csv");
  drag("dragenter", transfer);
  expect(overlay.matches(":popover-open")).toBe(true);
  expect(drag("dragover", transfer).defaultPrevented).toBe(true);
  drag("drop", transfer);
  expect(overlay.matches(":popover-open")).toBe(false);
  await expect.poll(() => imports.sessions.length).toBe(1);
  await settle(dialog);
  expect(part<HTMLDialogElement>(dialog, "dialog").open).toBe(true);
  await expect.poll(() => parts(part(dialog, "lb-import"), "lb-import-session").length).toBe(1);
  await expectAccessible(dialog);
});

test("lb-drop leaves alone what is dragged within the page", async () => {
  const dialog = await mount("lb-import-dialog", {workspace: toWorkspace(createImportsDouble())});
  const transfer = new DataTransfer();
  transfer.setData("text/plain", "a column");
  expect(drag("dragover", transfer).defaultPrevented).toBe(false);
  drag("dragenter", transfer);
  expect(part(part(dialog, "lb-drop"), "[popover]").matches(":popover-open")).toBe(false);
});

test("Esc closes the dialog, and what was open is there when it is opened again", async () => {
  const imports = createImportsDouble();
  const dialog = await mount("lb-import-dialog", {workspace: toWorkspace(imports)});
  requestImport([{path: "bank.csv", blob: new Blob([CSV])}]);
  await expect.poll(() => parts(part(dialog, "lb-import"), "lb-import-session").length).toBe(1);
  const element = part<HTMLDialogElement>(dialog, "dialog");
  element.close();
  requestImport("start");
  expect(element.open).toBe(true);
  await settle(dialog);
  expect(parts(part(dialog, "lb-import"), "lb-import-session")).toHaveLength(1);
  expect(imports.sessions[0]!.isClosed).toBe(false);
});

test("cells that are pasted where an import begins are read; elsewhere text is left alone", async () => {
  const imports = createImportsDouble();
  const dialog = await mount("lb-import-dialog", {workspace: toWorkspace(imports)});
  const paste = (): ClipboardEvent => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "id\tcity\n1\tPorto\n");
    const event = new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true});
    document.body.dispatchEvent(event);
    return event;
  };
  expect(paste().defaultPrevented).toBe(false);
  requestImport("start");
  await settle(dialog);
  expect(paste().defaultPrevented).toBe(true);
  await expect.poll(() => imports.sessions[0]?.items[0]?.file).toBe("pasted.tsv");
});

test("on the import page files go to the page, not to the dialog", async () => {
  const imports = createImportsDouble();
  const workspace = toWorkspace(imports);
  const dialog = await mount("lb-import-dialog", {workspace});
  const onPage = await mount("lb-import", {workspace});
  drag("drop", toTransfer("bank.csv"));
  await expect.poll(() => parts(onPage, "lb-import-session").length).toBe(1);
  expect(part<HTMLDialogElement>(dialog, "dialog").open).toBe(false);
});
