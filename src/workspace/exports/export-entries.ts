import {Zip, ZipPassThrough} from "fflate";
import {quoteIdentifier} from "../../lib/sql.ts";
import type {QueryResult} from "../../model/query-result.ts";
import type {ExportFormat, ExportOptions} from "./export.ts";
import {exportResult} from "./export.ts";

/** What exporting needs of a workspace. */
export interface ExportGround {
  query(sql: string): Promise<QueryResult>;
  /** The relation of each type in the schema `ws`. */
  relations(): Promise<ReadonlyMap<string, string>>;
}

/** ZIP knows no earlier year; the same content makes the same bytes. */
const TIME = new Date(1980, 0, 1);

/** The entries of a type, and of those that extend it, as a file. */
export async function exportType(
  ground: ExportGround,
  type: string,
  format: ExportFormat,
  options: ExportOptions = {}
): Promise<Uint8Array> {
  const relation = (await ground.relations()).get(type) ?? type;
  const result = await ground.query(`FROM ws.${quoteIdentifier(relation)} ORDER BY slug`);
  return exportResult(result, format, options);
}

/** All that is kept as tables: one ZIP with a file for each type, and one for the edges. */
export async function exportAll(
  ground: ExportGround,
  format: ExportFormat,
  {signal, onProgress, ...options}: ExportOptions = {}
): Promise<Blob> {
  const relations = [...(await ground.relations()).values(), "edges"];
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const [i, relation] of relations.entries()) {
    const result = await ground.query(`FROM ws.${quoteIdentifier(relation)} ORDER BY id`);
    const bytes = await exportResult(result, format, {...options, signal});
    const file = new ZipPassThrough(`${relation}.${format}`);
    file.mtime = TIME;
    zip.add(file);
    file.push(bytes, true);
    onProgress?.(i + 1, relations.length);
  }
  zip.end();
  return new Blob(pieces as BlobPart[], {type: "application/zip"});
}
