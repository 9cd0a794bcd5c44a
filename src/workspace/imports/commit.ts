import {InputError} from "../../lib/errors.ts";
import {createUuid} from "../../lib/uuid.ts";
import type {Batch, InPlaceTable} from "../../model/batch.ts";
import {RAW_RELATIONS} from "../../model/batch.ts";
import type {Reject} from "../../model/table.ts";
import type {FileRow} from "../../store/batches.ts";
import {toCleanSql} from "./clean.ts";
import type {ImportContext} from "./context.ts";
import {withImportLock} from "./context.ts";
import type {WorkOptions} from "./imports.ts";
import {keepRecipes} from "./keep-recipes.ts";
import {planItem} from "./plan-item.ts";
import type {OpenFile, OpenReading, SessionItem} from "./session-item.ts";
import {listRejects} from "./session-item.ts";

/** What was written, and readings whose tables are now tables of `raw`: they are no longer the session's. */
export interface Committed {
  readonly batches: readonly Batch[];
  readonly taken: ReadonlySet<OpenReading>;
}

/**
 * Keeps the files of items and writes their batches: bytes first, then all rows of the database in one transaction. What
 * kills it anywhere leaves all of it or nothing; bytes that nothing names are cleared away at the next start.
 */
export function commitItems(
  context: ImportContext,
  items: readonly SessionItem[],
  toWhole: (item: SessionItem) => Promise<SessionItem>,
  work: WorkOptions
): Promise<Committed> {
  return withImportLock(context, async () => {
    await checkTargets(context, items);
    const files = await keepFiles(context, items, work);
    const batches: {batch: Batch; rejects: readonly Reject[]}[] = [];
    const taken = new Set<OpenReading>();
    const imported = items.filter(({mode}) => mode === "import");
    const inPlace = items.filter(({mode}) => mode === "in-place").map(toInPlace);
    try {
      for (const item of imported) {
        work.signal?.throwIfAborted();
        const whole = await toWhole(item);
        const {isTaken, ...written} = await foldItem(context, whole, batches.length);
        batches.push(written);
        if (isTaken) taken.add(whole.reading);
      }
      work.signal?.throwIfAborted();
      await context.store.batches.write({files, batches, inPlace});
    } catch (error) {
      for (const {recipe} of imported) context.tables.forget(recipe.target);
      throw error;
    }
    for (const {recipe} of imported) context.tables.settle(recipe.target);
    await keepRecipes(
      context.store,
      items.map(({recipe}) => recipe)
    );
    await context.persist();
    return {batches: batches.map(({batch}) => batch), taken};
  });
}

async function checkTargets({tables}: ImportContext, items: readonly SessionItem[]): Promise<void> {
  const reserved: readonly string[] = RAW_RELATIONS;
  const known = new Map((await tables.list()).map(({name, kind}) => [name.toLowerCase(), kind]));
  for (const {mode, recipe} of items) {
    const name = recipe.target.toLowerCase();
    if (name.trim() === "")
      throw new InputError("table without a name: say which one the rows go to");
    if (reserved.includes(name))
      throw new InputError(
        `table name is taken: ${recipe.target}; it holds what is kept of imports`
      );
    const kind = known.get(name);
    if (mode === "in-place" && kind !== undefined)
      throw new InputError(
        `table name is taken: ${recipe.target}; a table in place has a name of its own`
      );
    if (mode === "import" && kind === "in-place")
      throw new InputError(`table is asked in place, rows cannot join it: ${recipe.target}`);
    known.set(name, mode);
  }
}

async function keepFiles(
  {reader, folder}: ImportContext,
  items: readonly SessionItem[],
  {signal, onProgress}: WorkOptions
): Promise<FileRow[]> {
  const isCopied = new Map<OpenFile, boolean>();
  for (const {mode, reading} of items) {
    const {file} = reading;
    const needsCopy = mode === "import" || file.handle === undefined;
    isCopied.set(file, needsCopy || (isCopied.get(file) ?? false));
  }
  const rows: FileRow[] = [];
  for (const [{path, blob, sha256, handle}, copied] of isCopied) {
    const row = {
      sha256,
      path,
      bytes: blob.size,
      modified: blob instanceof File ? blob.lastModified : Date.now(),
      added: Date.now()
    };
    if (!copied) {
      rows.push({...row, kept: "handle", ...(handle && {handle})});
      continue;
    }
    await reader.keep(
      {sha256, blob, folder},
      {
        ...(signal && {signal}),
        onProgress: (done) => onProgress?.({step: "copy", file: path, done, total: blob.size})
      }
    );
    rows.push({...row, kept: "copy"});
  }
  return rows;
}

/** Folds an item's rows into its target, ahead of the batch. */
async function foldItem(
  context: ImportContext,
  item: SessionItem,
  sequence: number
): Promise<{batch: Batch; rejects: readonly Reject[]; isTaken: boolean}> {
  const {lake, tables} = context;
  const {reading, table, recipe} = item;
  const {file} = reading;
  const counts = await planItem(context, item);
  const at = Date.now();
  const id = createUuid(at, sequence);
  const {sql, columns} = await toCleanSql(lake, table!, recipe);
  const isAsRead = recipe.steps.every(({off}) => off);
  const relation = isAsRead ? table!.relation : `(${sql})`;
  const incoming = {batch: id, relation, columns, key: recipe.key};
  const isAlone = isAsRead && reading.tables.tables.length === 1;
  const isTaken = isAlone && (await tables.take(recipe.target, incoming, reading.schema));
  if (!isAlone) await tables.fold(recipe.target, incoming);
  return {
    isTaken,
    batch: {
      id,
      at,
      file: {sha256: file.sha256, path: file.path},
      inner: table!.inner,
      target: recipe.target,
      recipe: {...recipe, parse: reading.tables.parse},
      counts,
      rolledBack: null
    },
    rejects: listRejects(item)
  };
}

function toInPlace({reading, table, recipe}: SessionItem): InPlaceTable {
  const {sha256, path} = reading.file;
  return {
    target: recipe.target,
    file: {sha256, path},
    inner: table!.inner,
    recipe: {...recipe, parse: reading.tables.parse},
    at: Date.now()
  };
}
