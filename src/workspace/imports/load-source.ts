import type {Engine} from "../../lake/engine.ts";
import {toEngineMessage} from "../../lake/engine-message.ts";
import type {Source} from "../../lake/source.ts";
import {TableLoader} from "../../lake/table-loader.ts";
import {quoteIdentifier} from "../../lib/sql.ts";
import type {ReadTable} from "./file-tables.ts";

interface LoadOptions {
  /** The file's path, and the schema and name of the table that is made. */
  readonly path: string;
  readonly schema: string;
  readonly name: string;
  readonly isInPlace: boolean;
  readonly onRefused: (what: string) => void;
}

/** A source's rows as a table or, in place, as a view; undefined where they cannot be read. */
export async function loadSource(
  engine: Engine,
  source: Source,
  options: LoadOptions
): Promise<Omit<ReadTable, "inner"> | undefined> {
  const relation = `memory.${quoteIdentifier(options.schema)}.${quoteIdentifier(options.name)}`;
  const isView = options.isInPlace && source.rows === undefined;
  const loaded = isView
    ? await viewSource(engine, source, relation, options)
    : await copySource(engine, source, options);
  if (!loaded) return undefined;
  const review = await source.review?.();
  return {
    ...loaded,
    target: source.target ?? null,
    key: source.key ?? [],
    relation,
    problems: review?.problems ?? [],
    rejects: review?.rejects ?? []
  };
}

async function copySource(
  engine: Engine,
  source: Source,
  {path, schema, name, onRefused}: LoadOptions
): Promise<Pick<ReadTable, "columns" | "rows"> | undefined> {
  const loader = new TableLoader(engine, {
    schema: `memory.${quoteIdentifier(schema)}`,
    reread: () => Promise.resolve(undefined),
    onRefused: (_, what) => onRefused(what)
  });
  const {format, connector} = source.origin;
  return loader.load({name, format, connector, parts: [{file: path, source}]});
}

/** Reads all rows once, so that queries over the view do not fail on one of them later. */
async function viewSource(
  engine: Engine,
  source: Source,
  relation: string,
  {onRefused}: LoadOptions
): Promise<Pick<ReadTable, "columns" | "rows"> | undefined> {
  for (;;) {
    const {columns} = source;
    const sql = source.select(columns);
    try {
      const list = columns.map(({name}) => `count(${quoteIdentifier(name)})`).join(", ");
      const [found] = await engine.rows(`SELECT count(*) AS n, ${list} FROM (${sql})`);
      await engine.run(`CREATE VIEW ${relation} AS ${sql}`);
      return {columns: columns.map(({name, type}) => ({name, type})), rows: Number(found!.n)};
    } catch (error) {
      if (await source.repair?.(error)) continue;
      onRefused(toEngineMessage(error));
      return undefined;
    }
  }
}
