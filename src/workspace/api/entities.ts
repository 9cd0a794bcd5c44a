import {quoteIdentifier} from "../../lib/sql.ts";
import {toText} from "../../lib/text.ts";
import type {Edge} from "../../model/edge.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Fields} from "../../model/entry.ts";
import type {QueryResult} from "../../model/query-result.ts";
import type {Store} from "../../store/store.ts";
import type {UpsertResult} from "../../store/upsert-entries.ts";
import {toMirrorTypes} from "../mirror/mirror-types.ts";
import {toViewSql} from "../views/view-sql.ts";
import type {Entity, EntityPage, EntityQuery, EntityRef, Filters} from "./entity.ts";
import type {WriteOptions} from "./entity-writer.ts";
import {EntityWriter} from "./entity-writer.ts";
import {findEntry, findResolved, toEntity} from "./find-entry.ts";
import {toColumn, toViewFilters} from "./filters.ts";

/** What `Entities` need of a workspace. */
export interface EntityGround {
  readonly store: Store;
  query(sql: string): Promise<QueryResult>;
}

/**
 * The entries of a type (and of those that extend it), typed: `workspace.of<Item>("item")`. Each write is one
 * transaction with its history; fields are held against the type, and what does not fit is refused with an `InputError`
 * that names field, value and what there is.
 */
export class Entities<F extends object = Fields> {
  readonly #ground: EntityGround;
  readonly #name: string;

  constructor(ground: EntityGround, name: string) {
    this.#ground = ground;
    this.#name = name;
  }

  /** The type with what it extends. */
  async type(): Promise<EntryType> {
    return findResolved(await readTypes(this.#ground.store), this.#name);
  }

  add(fields: F, options?: WriteOptions): Promise<Entity<F>> {
    return this.#write(
      ({label}) => `Add ${label}`,
      (one) => one.add(fields, options)
    );
  }

  /** Adds all or none. */
  addAll(list: readonly F[], options?: WriteOptions): Promise<readonly Entity<F>[]> {
    return this.#write(
      ({plural}) => `Add ${list.length} ${plural}`,
      async (one) => {
        const added: Entity<F>[] = [];
        for (const fields of list) added.push(await one.add(fields, options));
        return added;
      }
    );
  }

  /** The entry of that id, slug or key; undefined where there is none. */
  async get(ref: EntityRef): Promise<Entity<F> | undefined> {
    const {store} = this.#ground;
    const found = await findEntry(store.entries, await readTypes(store), this.#name, ref);
    return found && toEntity<F>(found);
  }

  /** Adds the entry, or changes the one with the same key; doing it twice does nothing. */
  upsert(fields: F, options?: WriteOptions): Promise<Entity<F>> {
    return this.#write(
      ({label}) => `Upsert ${label}`,
      (one) => one.upsert(fields, options)
    );
  }

  upsertAll(list: readonly F[], options?: WriteOptions): Promise<Omit<UpsertResult, "group">> {
    return this.#write(
      ({plural}) => `Upsert ${list.length} ${plural}`,
      (one) => one.upsertAll(list, options)
    );
  }

  /**
   * Changes some fields; undefined takes one away. With the `revision` that the change is based on, throws
   * `ConflictError` (both versions in it) where somebody else was first.
   */
  update(
    ref: EntityRef,
    patch: Partial<F>,
    options?: WriteOptions & {readonly revision?: number}
  ): Promise<Entity<F>> {
    return this.#write(
      ({label}) => `Edit ${label}`,
      (one) => one.update(ref, patch, options)
    );
  }

  /** Removes entries and the edges at them; undo brings both back. */
  remove(...refs: readonly EntityRef[]): Promise<{entries: number; edges: number}> {
    return this.#write(
      ({plural}) => `Remove ${plural}`,
      (one) => one.remove(...refs)
    );
  }

  /** Joins an entry of this type to another thing: an entry, `type/slug`, or the address of a row, a topic or a place. */
  connect(from: EntityRef, kind: string, to: EntityRef, fields?: Fields): Promise<Edge> {
    return this.#write(
      () => `Join by ${kind}`,
      (one) => one.connect(from, kind, to, fields)
    );
  }

  /** All entries that conditions hold for: by field, or SQL over the columns of the type's relation. */
  async query(
    where: Filters<F> | string = {},
    options: Omit<EntityQuery<F>, "where"> = {}
  ): Promise<readonly Entity<F>[]> {
    const {limit = Infinity, ...rest} = options;
    return (await this.page({...rest, limit, where})).entries;
  }

  /** A page of them, 50 where no limit is given, and how many there are. */
  async page({
    where = {},
    sort,
    descending = false,
    offset = 0,
    limit = 50
  }: EntityQuery<F> = {}): Promise<EntityPage<F>> {
    const {store} = this.#ground;
    const types = await readTypes(store);
    findResolved(types, this.#name);
    const relation = toMirrorTypes([...types.values()]).get(this.#name)!;
    const id = relation.columns.find(({role}) => role === "id")!;
    const view = {
      columns: null,
      sort: sort === undefined ? [] : [{column: toColumn(sort, relation), descending}],
      filters: typeof where === "string" ? [] : toViewFilters(where, relation),
      text: "",
      group: null,
      totals: {}
    };
    const all = toViewSql(view, relation, {columns: [id]});
    const from = `FROM ws.${quoteIdentifier(relation.relation)}`;
    const sql =
      typeof where === "string" ? all.replace(from, () => `${from}\nWHERE (${where}\n)`) : all;
    const {numRows, ids} = await this.#readIds(sql, offset, limit);
    const entries = (await store.entries.getAll(ids)).map((entry) => toEntity<F>(entry));
    return {entries, total: numRows};
  }

  async count(where: Filters<F> | string = {}): Promise<number> {
    return (await this.page({where, limit: 0})).total;
  }

  /** Calls `next` with what a query gives, now and after each change that makes it give something else. Gives what stops that. */
  subscribe(
    next: (entries: readonly Entity<F>[]) => void,
    {
      where,
      onError = reportError,
      ...options
    }: EntityQuery<F> & {
      readonly onError?: (error: unknown) => void;
    } = {}
  ): () => void {
    let turn = 0;
    let last: string | undefined;
    const read = async (): Promise<void> => {
      const mine = ++turn;
      try {
        const entries = await this.query(where, options);
        const state = entries.map(({id, revision}) => `${id} ${revision}`).join("\n");
        if (mine !== turn || state === last) return;
        last = state;
        next(entries);
      } catch (error) {
        if (mine === turn) onError(error);
      }
    };
    const {store} = this.#ground;
    const stop = store.live(() => store.history.revision()).subscribe(() => void read(), onError);
    return () => {
      turn = Infinity;
      stop();
    };
  }

  async #readIds(
    sql: string,
    offset: number,
    limit: number
  ): Promise<{numRows: number; ids: string[]}> {
    const result = await this.#ground.query(sql);
    const {numRows} = result;
    const end = Math.min(numRows, offset + limit);
    const ids = Array.from({length: Math.max(0, end - offset)}, (_, i) =>
      toText(result.value(offset + i, 0))
    );
    return {numRows, ids};
  }

  async #write<T>(
    toWhat: (type: EntryType) => string,
    work: (one: EntityWriter<F>) => Promise<T>
  ): Promise<T> {
    const {store} = this.#ground;
    const types = await readTypes(store);
    const what = toWhat(findResolved(types, this.#name));
    const {result} = await store.transaction(what, (tx) =>
      work(new EntityWriter<F>(tx, types, this.#name))
    );
    return result;
  }
}

export async function readTypes(store: Store): Promise<ReadonlyMap<string, EntryType>> {
  return new Map((await store.types.list()).map((type) => [type.name, type]));
}
