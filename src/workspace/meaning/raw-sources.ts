import {quoteIdentifier} from "../../lib/sql.ts";
import type {RawTable} from "../../model/batch.ts";
import {toEndText} from "../../model/end.ts";
import type {Store} from "../../store/store.ts";
import {toNameSql} from "../imports/raw-rows.ts";
import {listRawTables, readRawSources, toRawState} from "../imports/raw-sources.ts";
import {GUESS_VERSION} from "./guess-columns.ts";
import {toTextSql, toTexts, toTimeSql} from "./read-rows.ts";
import {toFirstSql} from "./sample-columns.ts";
import type {TableGround} from "./table-source.ts";
import {toTableSource} from "./table-source.ts";
import type {TextSource} from "./text-source.ts";

/** What looks at each table that was imported; it gives undefined for those without a column of text. */
export async function findRawSources(
  store: Store,
  ground: TableGround
): Promise<(() => Promise<TextSource | undefined>)[]> {
  const made = await readRawSources(store);
  const tables = await listRawTables(store);
  return tables.map((table) => {
    const source = made.get(table.name.toLowerCase())!;
    const key = source.batches.at(-1)?.recipe.key ?? [];
    const state = JSON.stringify([GUESS_VERSION, toRawState(source)]);
    return () => toRawSource(table, {key, state}, ground);
  });
}

async function toRawSource(
  {name, columns, rows}: RawTable,
  {key, state}: {key: readonly string[]; state: string},
  ground: TableGround
): Promise<TextSource | undefined> {
  const relation = `raw.${quoteIdentifier(name)}`;
  const source = await toTableSource(
    {
      id: `raw.${name}`,
      label: name,
      of: "rows",
      columns,
      rows,
      state,
      sample: toFirstSql(relation)
    },
    ground
  );
  return (
    source && {
      ...source,
      async read(options) {
        const {collection} = source;
        const result = await ground.query(
          `SELECT text, time, name, row_number() OVER (PARTITION BY name ORDER BY place) - 1 AS nth FROM (SELECT ${toTextSql(collection.columns)} AS text, ${toTimeSql(collection)} AS time, ${toNameSql(columns, key)} AS name, row_number() OVER () AS place FROM ${relation}) ORDER BY place`,
          options.signal && {signal: options.signal}
        );
        const toEnd = (row: number): string =>
          toEndText({
            kind: "row",
            table: `raw.${name}`,
            sha256: result.value(row, 2) as string,
            row: Number(result.value(row, 3))
          });
        return toTexts(result, collection, toEnd, options);
      }
    }
  );
}
