import {onTestFinished} from "vitest";
import type {BrowserLake} from "../../../src/lake/wasm-lake.ts";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import type {QueryResult} from "../../../src/model/query-result.ts";
import type {Recipe} from "../../../src/model/recipe.ts";
import type {Store} from "../../../src/store/store.ts";
import {openStore} from "../../../src/store/store.ts";
import type {ImportsOptions} from "../../../src/workspace/imports/create-imports.ts";
import {createImports} from "../../../src/workspace/imports/create-imports.ts";
import type {ImportFile, Imports, ImportSession} from "../../../src/workspace/imports/imports.ts";
import {dropSchema} from "../../../src/workspace/imports/schemas.ts";
import {ENGINE} from "../lake/engine.ts";
import {freshName} from "../store/fresh-store.ts";
import {READER_URL} from "./reader-url.ts";

/** A tab: imports over a store, with an engine of its own. */
export interface Tab {
  readonly store: Store;
  readonly lake: BrowserLake;
  readonly imports: Imports;
  readonly query: (sql: string) => Promise<QueryResult>;
  readonly rows: (sql: string) => Promise<unknown[]>;
}

/** Engines that are waiting for the next test: starting one takes a second. */
const idle: BrowserLake[] = [];

async function takeLake(): Promise<BrowserLake> {
  const lake = idle.pop() ?? (await openWasmLake(ENGINE));
  onTestFinished(async () => {
    // a commit without a key keeps the schema that its file was read into: raw's tables stand on it
    const left = await lake.query(
      "select schema_name as name from duckdb_schemas() where schema_name like 'import %'"
    );
    for (const {name} of left.toArray()) await dropSchema(lake, name as string);
    await lake.query("drop schema memory.raw cascade; create schema memory.raw");
    idle.push(lake);
  });
  return lake;
}

/** Imports of its own, or another tab on those of `name`. */
export async function openTab({
  name = freshName(),
  ...options
}: {name?: string} & Partial<ImportsOptions> = {}): Promise<Tab> {
  const store = await openStore({name});
  const lake = await takeLake();
  const engine = createImports({store, lake, workerUrl: READER_URL, ...options});
  onTestFinished(async () => {
    engine.close();
    store.close();
    await removeFolder(name);
  });
  const query = async (sql: string): Promise<QueryResult> => {
    await engine.sync(sql);
    return lake.query(sql);
  };
  return {
    store,
    lake,
    imports: engine.imports,
    query,
    rows: async (sql) => (await query(sql)).toArray()
  };
}

export function file(path: string, content: BlobPart): ImportFile {
  return {path, blob: new File([content], path.slice(path.lastIndexOf("/") + 1))};
}

/** Opens files, changes the recipe of each table, and commits. */
export async function importFiles(
  {imports}: Tab,
  files: readonly ImportFile[],
  recipe: Partial<Recipe> = {}
) {
  const session = await imports.open(files);
  for (const item of session.items)
    await session.update(item.id, {recipe: {...item.recipe, ...recipe}});
  const batches = await session.commit();
  await session.close();
  return batches;
}

export async function openOne({imports}: Tab, path: string, content: BlobPart) {
  const session: ImportSession = await imports.open([file(path, content)]);
  onTestFinished(() => session.close());
  return {session, item: session.items[0]!};
}

/** The names of the files whose bytes are kept. */
export async function keptNames(store: Store): Promise<string[]> {
  const names: string[] = [];
  const folder = await findFolder(store.name);
  if (folder) for await (const name of folder.keys()) names.push(name);
  return names.sort();
}

async function findFolder(name: string): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    let folder = await navigator.storage.getDirectory();
    for (const part of ["lakebook", "files", name]) folder = await folder.getDirectoryHandle(part);
    return folder;
  } catch {
    return undefined; // nothing was ever kept
  }
}

async function removeFolder(name: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const files = await (
    await root.getDirectoryHandle("lakebook", {create: true})
  ).getDirectoryHandle("files", {create: true});
  await files.removeEntry(name, {recursive: true}).catch(() => undefined); // another tab of the test may have done it
}
