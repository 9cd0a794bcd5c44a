import {quoteText} from "../lib/sql.ts";
import type {DataColumn, DataType} from "../model/table.ts";
import type {Value} from "../model/column.ts";
import type {Catalogue} from "../model/catalogue.ts";
import type {CachedRows} from "./cached-source.ts";
import type {Engine} from "./engine.ts";
import {COMPILER_VERSION} from "./previous-lake.ts";
import type {RawFile} from "./scan.ts";

/** Writes the catalogue into the database that is attached as `new`, and beside it what the next compilation reads. */
export async function writeCatalogue(
  engine: Engine,
  {files, tables, parts, columns, problems, rejects}: Catalogue,
  {
    raw,
    sources,
    settings
  }: {raw: readonly RawFile[]; sources: readonly CachedRows[]; settings: string}
): Promise<void> {
  const write = (name: string, columns: DataColumn[]): Promise<void> =>
    engine.append({catalog: "new", name}, columns);
  // in one transaction: each commit waits for the disk
  await engine.run("BEGIN");
  await write("files", [
    column("path", "VARCHAR", files, ({path}) => path),
    column("format", "VARCHAR", files, ({format}) => format),
    column("connector", "VARCHAR", files, ({connector}) => connector),
    column("bytes", "BIGINT", files, ({bytes}) => bytes),
    column("sha256", "VARCHAR", files, ({sha256}) => sha256),
    column("modified", "TIMESTAMP", files, ({modified}) => modified),
    column("compiled", "TIMESTAMP", files, ({compiled}) => compiled),
    column("details", "VARCHAR", files, ({details}) => details)
  ]);
  await write("tables", [
    column("name", "VARCHAR", tables, ({name}) => name),
    column("files", "BIGINT", tables, ({files}) => files),
    column("rows", "BIGINT", tables, ({rows}) => rows),
    column("columns", "BIGINT", tables, ({columns}) => columns),
    column("bytes", "BIGINT", tables, ({bytes}) => bytes),
    column("format", "VARCHAR", tables, ({format}) => format),
    column("connector", "VARCHAR", tables, ({connector}) => connector),
    column("key", {list: "VARCHAR"}, tables, ({key}) => key)
  ]);
  await write("parts", [
    column("table", "VARCHAR", parts, ({table}) => table),
    column("file", "VARCHAR", parts, ({file}) => file),
    column("sha256", "VARCHAR", parts, ({sha256}) => sha256),
    column("first_row", "BIGINT", parts, ({firstRow}) => firstRow),
    column("rows", "BIGINT", parts, ({rows}) => rows)
  ]);
  await write("columns", [
    column("table", "VARCHAR", columns, ({table}) => table),
    column("name", "VARCHAR", columns, ({name}) => name),
    column("type", "VARCHAR", columns, ({type}) => type),
    column("position", "BIGINT", columns, ({position}) => position)
  ]);
  await write("problems", [
    column("file", "VARCHAR", problems, ({file}) => file),
    column("where", "VARCHAR", problems, ({where}) => where),
    column("what", "VARCHAR", problems, ({what}) => what)
  ]);
  await write("rejects", [
    column("file", "VARCHAR", rejects, ({file}) => file),
    column("where", "VARCHAR", rejects, ({where}) => where),
    column("text", "VARCHAR", rejects, ({text}) => text),
    column("what", "VARCHAR", rejects, ({what}) => what)
  ]);
  await engine.run(
    `CREATE SCHEMA new.compiler; CREATE TABLE new.compiler.info AS SELECT ${COMPILER_VERSION}::BIGINT AS version, ${quoteText(settings)} AS settings`
  );
  await engine.append({catalog: "new", schema: "compiler", name: "stamps"}, [
    column("path", "VARCHAR", raw, ({path}) => path),
    column("stamp", "VARCHAR", raw, ({stamp}) => stamp)
  ]);
  await engine.append({catalog: "new", schema: "compiler", name: "sources"}, [
    column("file", "VARCHAR", sources, ({file}) => file),
    column("path", "VARCHAR", sources, ({origin}) => origin.path),
    column("format", "VARCHAR", sources, ({origin}) => origin.format),
    column("connector", "VARCHAR", sources, ({origin}) => origin.connector),
    column("inner", "VARCHAR", sources, ({inner}) => inner),
    column("target", "VARCHAR", sources, ({target}) => target ?? null),
    column("key", {list: "VARCHAR"}, sources, ({key}) => key ?? null),
    column("columns", "VARCHAR", sources, ({columns}) => JSON.stringify(columns)),
    column("table", "VARCHAR", sources, ({table}) => table),
    column("first_row", "BIGINT", sources, ({first}) => first),
    column("rows", "BIGINT", sources, ({rows}) => rows),
    column("given", "BIGINT", sources, ({given}) => given)
  ]);
  await engine.run("COMMIT");
}

function column<T>(
  name: string,
  type: DataType,
  items: readonly T[],
  get: (item: T) => Value
): DataColumn {
  return {name, type, values: items.map(get)};
}
