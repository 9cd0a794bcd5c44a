import type {Catalogue, RowSource} from "../src/index.ts";
import {quoteIdentifier} from "../src/index.ts";

/** Where an entry's row is now, or why it is not there. */
export type SourcePlace =
  | {readonly state: "there"; readonly table: string; readonly sql: string}
  /** The file has other content now: the row may be another one, so none is shown. */
  | {readonly state: "changed"; readonly table: string}
  | {readonly state: "gone"};

/** Looks a row up by the content of its file: a file that was only renamed is the same file. */
export function findSource({files, parts}: Catalogue, source: RowSource): SourcePlace {
  const same = parts.filter(({sha256, rows}) => sha256 === source.sha256 && source.row < rows);
  const part = same.find(({table}) => table === source.table) ?? same[0];
  if (part) {
    const {table, firstRow} = part;
    const sql = `select * from lake.${quoteIdentifier(table)} where rowid = ${firstRow + source.row}`;
    return {state: "there", table, sql};
  }
  const isChanged = files.some(({path}) => path === source.file);
  return isChanged ? {state: "changed", table: source.table} : {state: "gone"};
}
