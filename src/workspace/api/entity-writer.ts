import {InputError} from "../../lib/errors.ts";
import type {Edge} from "../../model/edge.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Fields} from "../../model/entry.ts";
import type {Transaction} from "../../store/transaction.ts";
import type {UpsertResult} from "../../store/upsert-entries.ts";
import {checkFields} from "./check-fields.ts";
import type {Entity, EntityRef} from "./entity.ts";
import {findEntry, findResolved, toEntity} from "./find-entry.ts";

/** What goes with fields. */
export interface WriteOptions {
  readonly tags?: readonly string[];
}

/** The entries of a type inside of one write (`Workspace.transaction`). */
export class EntityWriter<F extends object = Fields> {
  readonly #tx: Transaction;
  readonly #types: ReadonlyMap<string, EntryType>;
  readonly #name: string;

  constructor(tx: Transaction, types: ReadonlyMap<string, EntryType>, name: string) {
    this.#tx = tx;
    this.#types = types;
    this.#name = name;
  }

  /** Throws `InputError` that names the types there are. */
  get type(): EntryType {
    return findResolved(this.#types, this.#name);
  }

  async add(fields: F, {tags}: WriteOptions = {}): Promise<Entity<F>> {
    const own = fields as Fields;
    checkFields(own, this.type);
    return toEntity<F>(
      await this.#tx.entries.add({type: this.#name, fields: own, ...(tags && {tags})})
    );
  }

  /** The entry of that id, slug or key; undefined where there is none. */
  async get(ref: EntityRef): Promise<Entity<F> | undefined> {
    const found = await findEntry(this.#tx.entries, this.#types, this.#name, ref);
    return found && toEntity<F>(found);
  }

  /** As `get`; throws `InputError` where there is none. */
  async find(ref: EntityRef): Promise<Entity<F>> {
    const found = await this.get(ref);
    if (found) return found;
    const text = typeof ref === "string" ? ref : ref.id;
    throw new InputError(
      `${this.#name} not found: "${text}" (it is no id, slug or key of one; if it was removed, undo brings it back)`
    );
  }

  /** Adds what is not there and changes what is, by the type's key; doing it twice does nothing. */
  async upsertAll(
    list: readonly F[],
    {tags}: WriteOptions = {}
  ): Promise<Omit<UpsertResult, "group">> {
    const {keyField} = this.type;
    if (keyField === null)
      throw new InputError(
        `type has no key: ${this.#name}; choose its key field on the page Types, or use add`
      );
    for (const fields of list as readonly Fields[]) {
      checkFields(fields, this.type);
      if ((fields[keyField] ?? "") === "")
        throw new InputError(`key is missing: ${this.#name} goes by its field ${keyField}`);
    }
    return this.#tx.entries.upsertAll(
      list.map((fields) => ({type: this.#name, fields: fields as Fields, ...(tags && {tags})}))
    );
  }

  async upsert(fields: F, options?: WriteOptions): Promise<Entity<F>> {
    const {ids} = await this.upsertAll([fields], options);
    return this.find(ids[0]!);
  }

  /**
   * Changes some fields; undefined takes one away. With the `revision` that the change is based on, throws
   * `ConflictError` where somebody else was first.
   */
  async update(
    ref: EntityRef,
    patch: Partial<F>,
    {tags, revision}: WriteOptions & {readonly revision?: number} = {}
  ): Promise<Entity<F>> {
    const {id, fields: former} = await this.find(ref);
    const fields: Fields = Object.fromEntries(
      Object.entries({...former, ...patch}).filter(([, value]) => value !== undefined)
    );
    checkFields(fields, this.type);
    return toEntity<F>(
      await this.#tx.entries.update(
        id,
        {fields, ...(tags && {tags})},
        revision === undefined ? {} : {revision}
      )
    );
  }

  /** Removes entries and the edges at them; those that are not there are passed over. */
  async remove(...refs: readonly EntityRef[]): Promise<{entries: number; edges: number}> {
    const ids: string[] = [];
    for (const ref of refs) {
      const found = await this.get(ref);
      if (found) ids.push(found.id);
    }
    return this.#tx.entries.remove(ids);
  }

  /** Joins an entry of this type to another thing; an edge that is there already is given back, with `fields` where they are given. */
  async connect(from: EntityRef, kind: string, to: EntityRef, fields?: Fields): Promise<Edge> {
    const {id} = await this.find(from);
    return this.#tx.edges.add({kind, from: id, to: await this.#toEnd(to), ...(fields && {fields})});
  }

  /** `type/slug` as the id of what is there; ids and the addresses of rows, topics and documents as they are. */
  async #toEnd(ref: EntityRef): Promise<string> {
    if (typeof ref !== "string") return ref.id;
    const [, type, slug] = /^([\p{L}\p{N}_]+)\/([^/:]+)$/u.exec(ref) ?? [];
    if (type === undefined) return ref;
    return (await new EntityWriter(this.#tx, this.#types, type).find(slug!)).id;
  }
}
