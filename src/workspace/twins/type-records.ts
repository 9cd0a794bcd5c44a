import type {EntryType} from "../../model/entry-type.ts";
import type {Entry, Fields, RowSource} from "../../model/entry.ts";
import {findLineage, resolveType} from "../../model/type-family.ts";
import type {MatchRecord} from "../../match/match-record.ts";
import {TwinIndex} from "../../match/twin-index.ts";
import type {NamingFields} from "../find/entry-names.ts";
import {toNamingFields} from "../find/entry-names.ts";
import type {EntryNews} from "../find/entry-news.ts";
import {toMatchRecord} from "./to-match-record.ts";

/** An entry as it is compared. */
export interface EntryRecord extends MatchRecord {
  readonly type: string;
  readonly source: RowSource | null;
}

/** The entries of all families of types, each family to be compared within itself. */
export class TypeRecords {
  readonly #families = new Map<string, TwinIndex<EntryRecord>>();
  readonly #familyOf = new Map<string, string>();
  #types: ReadonlyMap<string, EntryType> = new Map();
  #naming: ReadonlyMap<string, NamingFields> = new Map();

  /** Tells the types as they are now: what comes after is compared by them. */
  setTypes(types: readonly EntryType[]): void {
    const byName = new Map(types.map((type) => [type.name, type]));
    this.#types = new Map(types.map((type) => [type.name, resolveType(type, byName)]));
    this.#naming = toNamingFields(types);
  }

  take({entries, gone}: EntryNews): void {
    for (const id of gone) this.#remove(id);
    for (const entry of entries) this.#put(entry);
  }

  type(name: string): EntryType | undefined {
    return this.#types.get(name);
  }

  /** The entries that those of a type are compared with; undefined while there are none. */
  family(type: string): TwinIndex<EntryRecord> | undefined {
    return this.#families.get(this.#root(type));
  }

  /** What a draft of a type is compared by; undefined where the type is not there. */
  toRecord(type: string, id: string, fields: Fields): MatchRecord | undefined {
    const [one, naming] = [this.#types.get(type), this.#naming.get(type)];
    return one && naming && toMatchRecord({id, fields}, one, naming);
  }

  #put({id, type, fields, source}: Entry): void {
    const record = this.toRecord(type, id, fields);
    const root = this.#root(type);
    if (this.#familyOf.get(id) !== root) this.#remove(id);
    if (!record) return;
    let family = this.#families.get(root);
    if (!family) this.#families.set(root, (family = new TwinIndex<EntryRecord>()));
    family.put({...record, type, source});
    this.#familyOf.set(id, root);
  }

  #remove(id: string): void {
    const root = this.#familyOf.get(id);
    if (root === undefined) return;
    this.#families.get(root)?.remove(id);
    this.#familyOf.delete(id);
  }

  /** The first of the types that a type extends, or itself. */
  #root(name: string): string {
    const type = this.#types.get(name);
    return type ? (findLineage(type, this.#types).at(-1)?.name ?? name) : name;
  }
}
