import type {QueryOptions} from "../../lake/lake.ts";
import {quoteIdentifier} from "../../lib/sql.ts";
import type {Column, Value} from "../../model/column.ts";
import type {QueryResult} from "../../model/query-result.ts";
import type {EmbeddedTexts} from "../../model/text-collection.ts";
import {toLayoutId} from "../../model/text-layout.ts";
import type {Store} from "../../store/store.ts";
import type {Compute} from "../compute/compute.ts";
import type {JobWork} from "../compute/jobs.ts";
import type {CollectionState, Meaning} from "../meaning/meaning.ts";
import {layOutTexts} from "./lay-out-texts.ts";
import {toEntriesSql, toNumberedSql, toRelation, toValuesSql} from "./rows-sql.ts";
import {spreadRepeats} from "./spread-repeats.ts";
import type {TextMap} from "./text-map.ts";

/** Maps of the texts of collections. */
export interface TextMaps {
  /** The collections that have columns of text. */
  collections(): Promise<readonly CollectionState[]>;
  /**
   * The texts of a collection with their places. What lacks a vector is embedded first; the layout is kept, and only
   * what came since is placed, with `again` all of it. Throws `InputError` where there is no such collection.
   */
  open(collection: string, options?: JobWork & {again?: boolean}): Promise<TextMap>;
  /** The columns of a collection, to colour by. */
  columns(map: TextMap): Promise<readonly Column[]>;
  /** A column's values, by point. */
  values(map: TextMap, column: string): Promise<readonly Value[]>;
  /** SQL for the rows or entries of some points, to be run here: so they can be kept, charted and joined. */
  toSql(map: TextMap, points: readonly number[]): Promise<string>;
}

export interface MapGround {
  readonly store: Pick<Store, "layouts">;
  readonly meaning: Meaning;
  readonly compute: Compute;
  readonly query: (sql: string, options?: QueryOptions) => Promise<QueryResult>;
}

export function createTextMaps({store, meaning, compute, query}: MapGround): TextMaps {
  /** Values by point of an expression over the rows of a collection. */
  const read = async (
    {collection, rows, ends}: TextMap,
    expression: string
  ): Promise<readonly Value[]> => {
    const result = await query(toValuesSql(collection, expression));
    const values = result.column("value");
    if (collection.of !== "entries") return Array.from(rows, (row) => values[row] ?? null);
    const byId = new Map(result.column("id").map((id, i) => [id, values[i]!]));
    return ends.map((end) => byId.get(end) ?? null);
  };

  return {
    async collections() {
      const all = await meaning.collections();
      return all.filter(({collection}) => collection.columns.length > 0);
    },

    async open(id, {again = false, signal, onProgress} = {}) {
      const texts = await meaning.embedded(id, {
        ...(signal && {signal}),
        onProgress: (done, total) => onProgress?.(done, total, "Embedding the texts")
      });
      const former = again
        ? undefined
        : await store.layouts.get(toLayoutId(texts.collection.id, texts.model));
      const layout = await layOutTexts(texts, former, compute, {
        ...(signal && {signal}),
        ...(onProgress && {onProgress})
      });
      if (layout !== former) await store.layouts.put(layout);
      return toMap(texts, layout);
    },

    async columns({collection}) {
      const {fields} = await query(`SELECT * FROM ${toRelation(collection)} LIMIT 0`);
      return fields;
    },

    values: (map, column) => read(map, quoteIdentifier(column)),

    async toSql(map, points) {
      const {collection, ends, rows} = map;
      if (collection.of === "entries")
        return toEntriesSql(
          collection,
          points.map((point) => ends[point]!)
        );
      const numbers = collection.id.startsWith("lake.") ? await read(map, "rowid") : rows;
      return toNumberedSql(
        collection,
        points.map((point) => Number(numbers[point]))
      );
    }
  };
}

function toMap(
  {collection, model, ends, texts, hashes, times}: EmbeddedTexts,
  layout: {readonly hashes: readonly string[]; readonly places: Float32Array}
): TextMap {
  const at = new Map(layout.hashes.map((hash, i) => [hash, i]));
  const rows = Int32Array.from([...hashes.keys()].filter((row) => hashes[row] !== ""));
  return {
    collection,
    model,
    rows,
    ends: Array.from(rows, (row) => ends[row]!),
    texts: Array.from(rows, (row) => texts[row]!),
    times: times && Float64Array.from(rows, (row) => times[row]!),
    places: spreadRepeats(
      layout.places,
      rows.map((row) => at.get(hashes[row]!)!)
    )
  };
}
