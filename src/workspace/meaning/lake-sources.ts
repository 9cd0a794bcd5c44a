import {quoteIdentifier} from "../../lib/sql.ts";
import type {Catalogue, LakePart, LakeTable} from "../../model/catalogue.ts";
import type {Column} from "../../model/column.ts";
import {toEndText} from "../../model/end.ts";
import type {TextCollection} from "../../model/text-collection.ts";
import {createRowFinder} from "../row-source.ts";
import {toTextSql, toTexts, toTimeSql} from "./read-rows.ts";
import {toSpreadSql} from "./sample-columns.ts";
import type {TableGround} from "./table-source.ts";
import {toTableSource} from "./table-source.ts";
import type {TextSource} from "./text-source.ts";

/** The tables of the compiled lake that have columns of text. */
export async function findLakeSources(
  {tables, columns, parts}: Catalogue,
  ground: TableGround
): Promise<TextSource[]> {
  const sources = await Promise.all(
    tables.map((table) =>
      toLakeSource(
        table,
        columns.filter((column) => column.table === table.name),
        parts.filter((part) => part.table === table.name),
        ground
      )
    )
  );
  return sources.filter((source) => source !== undefined);
}

async function toLakeSource(
  table: LakeTable,
  columns: readonly Column[],
  parts: readonly LakePart[],
  ground: TableGround
): Promise<TextSource | undefined> {
  const {name, rows} = table;
  const relation = `lake.main.${quoteIdentifier(name)}`;
  const source = await toTableSource(
    {
      id: `lake.${name}`,
      label: name,
      of: isDocuments(table, columns) ? "documents" : "rows",
      columns,
      rows,
      state: parts.map(({sha256, firstRow}) => `${sha256} ${firstRow}`).join("\n"),
      sample: toSpreadSql(relation, rows)
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
