import type {Catalogue} from "../model/catalogue.ts";
import {EMPTY_CATALOGUE} from "../model/catalogue.ts";
import type {Row} from "../model/query-result.ts";
import type {Lake} from "./lake.ts";

/** What the compiled lake says of itself; nothing where no lake was compiled. */
export async function readCatalogue(lake: Lake): Promise<Catalogue> {
  const there = await lake.query(
    "SELECT count(*) AS n FROM duckdb_tables() WHERE database_name = 'lake' AND table_name = 'files'"
  );
  if (there.value(0, 0) === 0) return EMPTY_CATALOGUE;
  const [files, tables, parts, columns, problems, rejects] = await Promise.all([
    lake.query("FROM lake.main.files ORDER BY path"),
    lake.query("FROM lake.main.tables ORDER BY name"),
    lake.query('FROM lake.main.parts ORDER BY "table", first_row'),
    lake.query('FROM lake.main.columns ORDER BY "table", position'),
    lake.query("FROM lake.main.problems ORDER BY file"),
    lake.query("FROM lake.main.rejects ORDER BY file")
  ]);
  return {
    files: records(files),
    tables: records(tables),
    parts: records(parts),
    columns: records(columns),
    problems: records(problems),
    rejects: records(rejects)
  };
}

/** Rows as records, `first_row` as `firstRow`. The catalogue's tables are our own, so their columns are those of `T`. */
function records<T>(rows: Iterable<Row>): T[] {
  return Array.from(
    rows,
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [toCamelCase(name), value])
      ) as T
  );
}

function toCamelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
