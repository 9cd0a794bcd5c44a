import type {Catalogue} from "../model/catalogue.ts";
import type {Row} from "../model/query-result.ts";
import type {Engine} from "./engine.ts";

/** The catalogue of a compiled lake that is attached under a name. */
export async function readCatalogue(engine: Engine, lake: string): Promise<Catalogue> {
  const read = async <T>(table: string): Promise<T[]> =>
    (await engine.rows(`FROM ${lake}.main.${table}`)).map((row) => toCamelCase(row) as T);
  return {
    files: await read("files"),
    tables: await read("tables"),
    parts: await read("parts"),
    columns: await read("columns"),
    problems: await read("problems"),
    rejects: await read("rejects")
  };
}

/** The catalogue's interfaces have the names of its columns but for the underscores. */
function toCamelCase(row: Row): unknown {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value
    ])
  );
}
