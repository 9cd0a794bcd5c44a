import type {Catalogue, LakePart, RowSource, Workspace} from "../src/index.ts";
import {quoteIdentifier, readNamedTables, readPlainRowSql, toRawName} from "../src/index.ts";

/** Where an entry's row is now, or why it is not there. */
export type SourcePlace =
  | {readonly state: "there"; readonly table: string; readonly sql: string}
  /** The file has other content now: the row may be another one, so none is shown. */
  | {readonly state: "changed"; readonly table: string}
  | {readonly state: "gone"};

/** The part of a table that has a row of a file, by the file's content; undefined where none has it. */
export function findPart(
  {parts}: Pick<Catalogue, "parts">,
  {table, sha256, row}: Pick<RowSource, "table" | "sha256" | "row">
): LakePart | undefined {
  const same = parts.filter((part) => part.sha256 === sha256 && row < part.rows);
  return same.find((part) => part.table === table) ?? same[0];
}

/** Looks a row up by the content of its file: a file that was only renamed is the same file. */
export function findSource(catalogue: Catalogue, source: RowSource): SourcePlace {
  const part = findPart(catalogue, source);
  if (part) {
    const {table, firstRow} = part;
    const sql = `select * from lake.${quoteIdentifier(table)} where rowid = ${firstRow + source.row}`;
    return {state: "there", table, sql};
  }
  const isChanged = catalogue.files.some(({path}) => path === source.file);
  return isChanged ? {state: "changed", table: source.table} : {state: "gone"};
}

/** The same of rows of imported tables too, which are known by what they hold. */
export async function findRow(workspace: Workspace, source: RowSource): Promise<SourcePlace> {
  const name = toRawName(source);
  if (name === undefined) return findSource(await workspace.catalogue(), source);
  const named = (await readNamedTables(workspace.store)).get(name);
  if (!named) return {state: "gone"};
  const sql = await readPlainRowSql((text) => workspace.query(text), named, source);
  return {state: "there", table: source.table, sql};
}
