import {InputError} from "../../lib/errors.ts";
import {isSame} from "../../lib/same.ts";
import {createUuid} from "../../lib/uuid.ts";
import type {Edge, EdgeKind} from "../../model/edge.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {EntryDraft, Fields} from "../../model/entry.ts";
import type {View} from "../../model/view.ts";
import {toStoredFields} from "../../store/draft.ts";
import {CuratedEntries} from "./curated-entries.ts";
import type {Folder} from "./folder.ts";
import {readCurated} from "./read-curated.ts";
import type {CuratedCounts, CuratedRecords} from "./records.ts";
import type {WrittenFiles} from "./write-curated.ts";
import {writeCurated} from "./write-curated.ts";

/** An edge to be; `from` and `to` are ends as an `Edge` has them, entries' ids among them. */
export interface CuratedEdge {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly fields?: Fields;
}

/**
 * Curated records without a browser: read from a folder of text, changed in memory, written back by `save`. Doing the
 * same again changes nothing, as in the store: a type and a kind go by name, an entry by its key, else by its source
 * row, else by all its fields, an edge by its kind and ends.
 *
 *     const curated = await openCurated(toNodeFolder("data/curated"));
 *     curated.putType(toEntryType({name: "room"}));
 *     const {ids} = curated.upsertAll([{type: "room", fields: {title: "Kitchen"}}]);
 *     await curated.save();
 */
export class Curated {
  readonly #folder: Folder;
  readonly #types: Map<string, EntryType>;
  readonly #kinds: Map<string, EdgeKind>;
  readonly #views: Map<string, View>;
  readonly #edges: Map<string, Edge>;
  readonly #entries: CuratedEntries;

  constructor(folder: Folder, {types, kinds, views, entries, edges, slugs}: CuratedRecords) {
    this.#folder = folder;
    this.#types = new Map(types.map((type) => [type.name, type]));
    this.#kinds = new Map(kinds.map((kind) => [kind.name, kind]));
    this.#views = new Map(views.map((view) => [view.id, view]));
    this.#edges = new Map(edges.map((edge) => [this.#toTriple(edge), edge]));
    this.#entries = new CuratedEntries(this.#types, {entries, slugs});
  }

  /** As they are now, saved or not. */
  get records(): CuratedRecords {
    return {
      types: [...this.#types.values()],
      kinds: [...this.#kinds.values()],
      views: [...this.#views.values()],
      edges: [...this.#edges.values()],
      ...this.#entries.records
    };
  }

  putType(type: EntryType): void {
    const before = this.#types.get(type.name);
    if (before && isSame({...type, version: before.version}, before)) return;
    this.#types.set(type.name, {...type, version: (before?.version ?? 0) + 1});
  }

  putKind(kind: EdgeKind): void {
    this.#kinds.set(kind.name, kind);
  }

  putView(view: View): void {
    this.#views.set(view.id, view);
  }

  /** Adds entries, or changes those that are there. Throws `InputError` where a type is not there. */
  upsertAll(drafts: readonly EntryDraft[]): CuratedCounts & {
    /** The entry of each draft, in order. */
    readonly ids: readonly string[];
  } {
    return this.#entries.upsertAll(drafts);
  }

  /** Adds edges, or gives those that are there other fields. Throws `InputError` where the kind or an entry is not there. */
  addEdges(edges: readonly CuratedEdge[]): CuratedCounts {
    const counts = {added: 0, changed: 0, unchanged: 0};
    const now = Date.now();
    for (const edge of edges) ++counts[this.#addEdge(edge, now)];
    return counts;
  }

  /** Writes what was changed. */
  save(): Promise<WrittenFiles> {
    return writeCurated(this.#folder, this.records);
  }

  #addEdge(draft: CuratedEdge, now: number): keyof CuratedCounts {
    if (!this.#kinds.has(draft.kind)) {
      const names = [...this.#kinds.keys()].sort().join(", ");
      throw new InputError(
        `edge kind not found: "${draft.kind}" (${names === "" ? "there is none yet" : `there are: ${names}`})`
      );
    }
    for (const end of [draft.from, draft.to])
      if (!end.includes(":") && !this.#entries.has(end))
        throw new InputError(`end of edge not found: ${end} (of kind ${draft.kind})`);
    const triple = this.#toTriple(draft);
    const before = this.#edges.get(triple);
    const fields = draft.fields && toStoredFields(draft.fields);
    if (before && (!fields || isSame(fields, before.fields))) return "unchanged";
    const {kind, from, to} = draft;
    this.#edges.set(
      triple,
      before
        ? {...before, fields: fields!, updated: now, revision: before.revision + 1}
        : {
            id: createUuid(now, this.#edges.size),
            kind,
            from,
            to,
            fields: fields ?? {},
            created: now,
            updated: now,
            revision: 1
          }
    );
    return before ? "changed" : "added";
  }

  #toTriple({kind, from, to}: CuratedEdge): string {
    const [a, b] = this.#kinds.get(kind)?.symmetric && to < from ? [to, from] : [from, to];
    return `${a} ${kind} ${b}`;
  }
}

/** Reads the records of a folder; one that is empty or not there has none. Throws `InputError` that names file and line. */
export async function openCurated(folder: Folder): Promise<Curated> {
  return new Curated(folder, await readCurated(folder));
}
