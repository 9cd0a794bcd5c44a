import {InputError} from "../lib/errors.ts";
import {omit} from "../lib/omit.ts";
import {isSame} from "../lib/same.ts";
import type {RecordOf, RecordTable} from "../model/change.ts";
import type {Edge} from "../model/edge.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Entry} from "../model/entry.ts";
import {toTopicTitle} from "../model/topic.ts";
import {alignEntries} from "./align-entries.ts";
import type {Batch, Pair} from "./batch.ts";
import {runBatch} from "./batch.ts";
import type {Connection} from "./connection.ts";
import type {Database, GroupRow, StoredChange} from "./database.ts";
import {toRecord} from "./database.ts";
import {checkAll} from "./integrity.ts";
import {readMany} from "./many.ts";
import {unpackBlocks} from "./packed-changes.ts";
import {moveSlugs} from "./slug-moves.ts";
import {toChangeKey} from "./rows.ts";
import type {WorkOptions} from "./work.ts";
import {forEachChunk} from "./work.ts";

/** The order in which tables are put back: what others lean on comes first, and is taken away last. */
const TABLES: readonly RecordTable[] = [
  "types",
  "kinds",
  "entries",
  "edges",
  "suggestions",
  "views",
  "topicSets",
  "topics"
];
/** Records that a refusal names. */
const MAX_NAMED = 3;

/** See `History.undo`. */
export async function undoGroup(
  connection: Connection,
  name: string,
  options: WorkOptions = {}
): Promise<GroupRow> {
  const target = await connection.run((db) => findTarget(db, name));
  const isRedo = target.kind === "undo";
  const {group} = await runBatch(
    connection,
    {
      what: isRedo ? `Redo: ${target.what.replace(/^Undo: /, "")}` : `Undo: ${target.what}`,
      kind: isRedo ? "redo" : "undo",
      undoes: target.group
    },
    async (batch) => {
      const now = await findTarget(batch.db, name);
      if (now.undoneBy !== null) throw new InputError(`change was taken back already: ${now.what}`);
      const blocks = await batch.db.changes.where("group").equals(now.group).sortBy("seq");
      const changes = toNet(await unpackBlocks(batch.db, blocks));
      await refuseChanged(batch.db, changes, now, options);
      const types = await batch.types();
      for (const table of [...TABLES].reverse())
        await takeBack(batch, table, changes, isRemoval, options);
      for (const table of TABLES) await takeBack(batch, table, changes, isReturn, options);
      await checkAll(batch, changes);
      for (const {table, id} of changes)
        if (table === "types") await alignEntries(batch, types, id);
      await batch.db.groups.update(now.group, {undoneBy: batch.group});
      if (now.undoes !== null) await batch.db.groups.update(now.undoes, {undoneBy: null});
    }
  );
  return group!;
}

/** The write that is meant: to undo a redo is to undo what it did again. */
async function findTarget(db: Database, name: string): Promise<GroupRow> {
  const group = await db.groups.get(name);
  if (!group) throw new InputError(`change not found: ${name}`);
  if (group.kind !== "redo") return group;
  const undo = await db.groups.get(group.undoes!);
  return findTarget(db, undo!.undoes!);
}

/** What a whole write did to each record, first state to last. */
function toNet(blocks: readonly {readonly changes: readonly StoredChange[]}[]): StoredChange[] {
  const net = new Map<string, StoredChange>();
  for (const change of blocks.flatMap(({changes}) => changes)) {
    const key = toChangeKey(change.table, change.id);
    net.set(key, {...change, before: (net.get(key) ?? change).before});
  }
  return [...net.values()];
}

/** Refused where a record is not as the write left it. */
async function refuseChanged(
  db: Database,
  changes: readonly StoredChange[],
  {what}: GroupRow,
  options: WorkOptions
): Promise<void> {
  const changed: string[] = [];
  for (const table of TABLES) {
    const mine = changes.filter((change) => change.table === table);
    await forEachChunk(mine, {signal: options.signal}, async (chunk) => {
      const rows = await readRows(db, table, chunk);
      chunk.forEach(({after, before}, i) => {
        const row = rows[i] ?? null;
        if (!isSame(row && toContent(row), after && toContent(after)))
          changed.push(nameOf((row ?? after ?? before)!));
      });
    });
  }
  if (changed.length === 0) return;
  const names = changed
    .slice(0, MAX_NAMED)
    .map((name) => `"${name}"`)
    .join(", ");
  const others = changed.length > MAX_NAMED ? ` and ${changed.length - MAX_NAMED} others` : "";
  throw new InputError(
    `cannot take back "${what}": changed since: ${names}${others}; take the later changes back first`
  );
}

const isRemoval = ({before}: StoredChange): boolean => before === null;
const isReturn = ({before, after}: StoredChange): boolean => before !== null || after === null;

async function takeBack(
  batch: Batch,
  table: RecordTable,
  changes: readonly StoredChange[],
  select: (change: StoredChange) => boolean,
  options: WorkOptions
): Promise<void> {
  const mine = changes.filter((change) => change.table === table && select(change));
  await forEachChunk(mine, options, async (chunk) => {
    const rows = await readRows(batch.db, table, chunk);
    const pairs = chunk.map(({before, after}, i) => ({
      before: rows[i] ?? null,
      after: before && toRevived(before, after, batch.at)
    }));
    // what the same write added and removed is neither here nor there
    const changed = pairs.filter(({before, after}) => before !== null || after !== null);
    await batch.write(
      table,
      table === "entries"
        ? await moveSlugs(batch, changed as Pair<"entries">[], toOwnSlug)
        : changed
    );
  });
}

const toOwnSlug = ({slug}: Entry): string => slug;

/** The state to go back to, as a newer state: what counts up never counts down. */
function toRevived(
  before: RecordOf[RecordTable],
  after: RecordOf[RecordTable] | null,
  at: number
): RecordOf[RecordTable] {
  if ("version" in before) {
    return {
      ...before,
      version: Math.max(before.version, (after as EntryType | null)?.version ?? 0) + 1
    };
  }
  if (!("revision" in before)) return before;
  const revision = Math.max(before.revision, (after as Edge | null)?.revision ?? 0) + 1;
  return {...before, revision, updated: at};
}

function readRows(
  db: Database,
  table: RecordTable,
  changes: readonly StoredChange[]
): PromiseLike<(RecordOf[RecordTable] | undefined)[]> {
  const ids = changes.map(({id}) => id);
  if (table === "entries") return readMany(db.entries, ids);
  if (table === "edges") return readMany(db.edges, ids);
  return db.table<RecordOf[RecordTable], string>(table).bulkGet(ids);
}

/** The record without what counts up by itself. */
function toContent(record: RecordOf[RecordTable]): object {
  return omit(toRecord(record), ["revision", "updated", "version"]);
}

function nameOf(record: RecordOf[RecordTable]): string {
  if ("topic" in record) return toTopicTitle(record.topic);
  if ("run" in record) return `topics of ${record.id}`;
  if ("title" in record) return record.title;
  if ("label" in record) return record.label;
  if ("name" in record) return record.name;
  return "ends" in record ? `suggested ${record.kind}` : `edge ${record.kind}`;
}
