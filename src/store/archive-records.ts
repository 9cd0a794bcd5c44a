import {isSame} from "../lib/same.ts";
import type {RecordOf, RecordTable} from "../model/change.ts";
import type {Edge, EdgeKind} from "../model/edge.ts";
import type {EntryType} from "../model/entry-type.ts";
import {judge, toSuccessor} from "./archive-judge.ts";
import type {Difference, LoadOptions, Refusal} from "./archive-options.ts";
import {noCounts} from "./archive-options.ts";
import {findRefusals} from "./archive-refusals.ts";
import type {RowReader} from "./archive-rows.ts";
import {RECORD_TABLES} from "./archive-tables.ts";
import type {Batch, Pair} from "./batch.ts";
import type {Database, EntryRow} from "./database.ts";
import {toRecord} from "./database.ts";
import {idOf, toEntryRow} from "./rows.ts";
import {moveSlugs} from "./slug-moves.ts";
import {TypeBook} from "./type-book.ts";

/** Records that are named one by one. */
const MAX_NAMED = 100;

type Pairs = Pair<RecordTable>[];

/** Brings the records of an archive in, table by table: those that others lean on first. */
export class RecordLoader {
  readonly counts = noCounts();
  readonly refusals: Refusal[] = [];
  readonly differences: Difference[] = [];
  readonly #db: Database;
  readonly #rows: RowReader;
  readonly #options: LoadOptions;
  readonly #ids = new Map<RecordTable, Set<string>>();
  readonly #refused = new Set<string>();
  #types = new TypeBook([]);
  #kinds = new Set<string>();

  constructor(db: Database, rows: RowReader, options: LoadOptions) {
    this.#db = db;
    this.#rows = rows;
    this.#options = options;
  }

  /** Writes through `batch`; without one records get no history: it came with them, or nothing is to be written. */
  async load(batch: Batch | undefined): Promise<string | null> {
    for (const table of RECORD_TABLES) await this.#readIds(table);
    await this.#readTypes();
    if (this.#options.mode === "replace")
      for (const table of [...RECORD_TABLES].reverse())
        if (table !== "types" && table !== "kinds") await this.#clear(batch, table);
    for (const table of RECORD_TABLES)
      await this.#rows.each<RecordOf[RecordTable]>(table, (chunk) =>
        this.#put(batch, table, chunk)
      );
    if (this.#options.mode === "replace")
      for (const table of ["kinds", "types"] as const) await this.#clear(batch, table);
    return null;
  }

  async #readIds(table: RecordTable): Promise<void> {
    const ids = new Set<string>();
    await this.#rows.each<RecordOf[RecordTable]>(table, (chunk) => {
      for (const record of chunk) ids.add(idOf(record));
    });
    this.#ids.set(table, ids);
  }

  /** The types and kinds as they will be. */
  async #readTypes(): Promise<void> {
    const {mode} = this.#options;
    const types = new Map((await this.#db.types.toArray()).map((type) => [type.name, type]));
    await this.#rows.each<EntryType>("types", (chunk) => {
      for (const type of chunk)
        if (judge("types", types.get(type.name), type, mode) !== "older")
          types.set(type.name, type);
    });
    this.#types = new TypeBook([...types.values()]);
    this.#kinds = new Set(await this.#db.kinds.toCollection().primaryKeys());
    await this.#rows.each<EdgeKind>("kinds", (chunk) => {
      for (const {name} of chunk) this.#kinds.add(name);
    });
  }

  async #put(
    batch: Batch | undefined,
    table: RecordTable,
    chunk: readonly RecordOf[RecordTable][]
  ): Promise<void> {
    const rows = this.#db.table<RecordOf[RecordTable], string>(table);
    const found = await rows.bulkGet(chunk.map(idOf));
    const refusals = await findRefusals(this.#db, table, chunk, {
      types: this.#types,
      kinds: this.#kinds,
      archived: this.#ids.get("entries")!,
      refused: this.#refused,
      mode: this.#options.mode
    });
    const twins = table === "edges" ? await this.#findTwins(chunk as Edge[]) : undefined;
    const pairs: Pairs = [];
    chunk.forEach((archived, i) => {
      const here = found[i] ?? twins?.get(toTriple(archived as Edge));
      const what = refusals.get(idOf(archived));
      if (what !== undefined) return this.#refuse(table, archived, what);
      const verdict = judge(
        table,
        here && this.#toTwin(here, archived),
        archived,
        this.#options.mode
      );
      ++this.counts[table][verdict];
      if (verdict === "changed" || verdict === "older")
        this.#differ(table, here!, archived, verdict === "changed" ? "archived" : "here");
      if (verdict === "added") pairs.push({before: null, after: archived});
      if (verdict === "changed")
        pairs.push({before: here!, after: {...toSuccessor(here!, archived), ...toOwnId(here!)}});
    });
    await this.#write(batch, table, pairs);
  }

  #differ(
    table: RecordTable,
    here: RecordOf[RecordTable],
    archived: RecordOf[RecordTable],
    stays: Difference["stays"]
  ): void {
    if (this.differences.length < MAX_NAMED)
      this.differences.push({
        table,
        name: toName(here),
        here: toRecord(here),
        archived: toRecord(archived),
        stays
      });
  }

  async #write(batch: Batch | undefined, table: RecordTable, pairs: Pairs): Promise<void> {
    if (this.#options.isDry || pairs.length === 0) return;
    if (!batch) {
      const after = pairs.map(({after}) => after!);
      const rows =
        table === "entries"
          ? (after as EntryRow[]).map((row) => toEntryRow(row, this.#types))
          : after;
      await this.#db.table(table).bulkPut(rows);
    } else if (table === "entries")
      await batch.write(
        table,
        await moveSlugs(batch, pairs as Pair<"entries">[], ({slug}) => slug)
      );
    else await batch.write(table, pairs);
  }

  /** Takes away what is here and not in the archive. */
  async #clear(batch: Batch | undefined, table: RecordTable): Promise<void> {
    const archived = this.#ids.get(table)!;
    const rows = this.#db.table<RecordOf[RecordTable], string>(table);
    const ids = (await rows.toCollection().primaryKeys()).filter((id) => !archived.has(id));
    this.counts[table].removed += ids.length;
    if (this.#options.isDry || !batch) return;
    const before = (await rows.bulkGet(ids)).filter((row) => row !== undefined);
    await batch.write(
      table,
      before.map((row) => ({before: row, after: null}))
    );
  }

  #refuse(table: RecordTable, record: RecordOf[RecordTable], what: string): void {
    ++this.counts[table].refused;
    this.#refused.add(idOf(record));
    if (this.refusals.length < MAX_NAMED) this.refusals.push({table, name: toName(record), what});
  }

  /** Edges that are here between the same ends, under other ids. */
  async #findTwins(chunk: readonly Edge[]): Promise<ReadonlyMap<string, Edge>> {
    const twins = await this.#db.edges
      .where("[from+kind+to]")
      .anyOf(chunk.map(({from, kind, to}) => [from, kind, to]))
      .toArray();
    return new Map(twins.map((edge) => [toTriple(edge), edge]));
  }

  /** The record that is here under the archive's id, so that the id alone is no difference. */
  #toTwin(here: RecordOf[RecordTable], archived: RecordOf[RecordTable]): RecordOf[RecordTable] {
    return "id" in here && !isSame(idOf(here), idOf(archived))
      ? {...here, id: idOf(archived), created: (archived as Edge).created}
      : here;
  }
}

function toName(record: RecordOf[RecordTable]): string {
  return "title" in record ? record.title : "label" in record ? record.label : idOf(record);
}

function toTriple({from, kind, to}: Edge): string {
  return `${from} ${kind} ${to}`;
}

function toOwnId(record: RecordOf[RecordTable]): {id?: string} {
  return "id" in record ? {id: record.id} : {};
}
