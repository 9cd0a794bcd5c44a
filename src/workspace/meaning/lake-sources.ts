import {quoteIdentifier} from "../../lib/sql.ts";
import type {Catalogue, LakePart, LakeTable} from "../../model/catalogue.ts";
import type {Column} from "../../model/column.ts";
import {toEndText} from "../../model/end.ts";
import type {TextCollection} from "../../model/text-collection.ts";
import {createRowFinder} from "../row-source.ts";
import {toTextSql, toTexts, toTimeSql} from "./read-rows.ts";
import type {CarriedGuess} from "./carried-guesses.ts";
import {readCarriedGuesses} from "./carried-guesses.ts";
import {toLakeState} from "./lake-state.ts";
import {toSpreadSql} from "./sample-columns.ts";
import type {TableGround} from "./table-source.ts";
import {toTableSource} from "./table-source.ts";
import type {TextSource} from "./text-source.ts";

/** What looks at each table of the compiled lake; it gives undefined for those without a column of text. */
export function findLakeSources(
  {tables, columns, parts}: Catalogue,
  ground: TableGround
): (() => Promise<TextSource | undefined>)[] {
  let carried: Promise<ReadonlyMap<string, CarriedGuess>> | undefined;
  const carriedOnce = (): Promise<ReadonlyMap<string, CarriedGuess>> =>
    (carried ??= readCarriedGuesses(ground.query));
  return tables.map(
    (table) => () =>
      toLakeSource(
        table,
        columns.filter((column) => column.table === table.name),
        parts.filter((part) => part.table === table.name),
        {...ground, carried: carriedOnce}
      )
  );
}

async function toLakeSource(
  table: LakeTable,
  columns: readonly Column[],
  parts: readonly LakePart[],
  ground: TableGround & {carried: () => Promise<ReadonlyMap<string, CarriedGuess>>}
): Promise<TextSource | undefined> {
  const {name, rows} = table;
  const state = toLakeState(columns, parts);
  const relation = `lake.main.${quoteIdentifier(name)}`;
  const source = await toTableSource(
    {
      id: `lake.${name}`,
      label: name,
      of: isDocuments(table, columns) ? "documents" : "rows",
      columns,
      rows,
      state,
      sample: toSpreadSql(relation, rows),
      async carried() {
        const guess = (await ground.carried()).get(name);
        return guess?.state === state ? guess : undefined;
      }
    },
    ground
  );
  return source && {...source, read: (options) => readRows(source.collection, options)};

  async function readRows(
    collection: TextCollection,
    options: Parameters<TextSource["read"]>[0]
  ): ReturnType<TextSource["read"]> {
    const result = await ground.query(
      `SELECT rowid AS row, ${toTextSql(collection.columns)} AS text, ${toTimeSql(collection)} AS time FROM ${relation} ORDER BY row`,
      options.signal && {signal: options.signal}
    );
    const rowids = {length: result.numRows, get: (row: number) => result.value(row, 0)};
    const find = createRowFinder({table: name, rowids}, parts);
    return toTexts(result, collection, (row) => toEndText({kind: "row", ...find(row)!}), options);
  }
}

/** One row a file, with its title: notes, pages, letters. */
function isDocuments({key}: LakeTable, columns: readonly Column[]): boolean {
  const has = (wanted: string): boolean => columns.some(({name}) => name === wanted);
  return key.length === 1 && key[0] === "path" && has("title") && (has("text") || has("body"));
}
