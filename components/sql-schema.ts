import type {Completion, CompletionContext, CompletionResult} from "@codemirror/autocomplete";
import type {SQLNamespace} from "@codemirror/lang-sql";
import type {Catalogue, Workspace} from "../src/index.ts";
import {quoteIdentifier} from "../src/index.ts";
import {isPlainName} from "./sql-dialect.ts";

/** A table that the editor offers. */
export interface SqlTable {
  /** `lake`, `ws` … */
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly {readonly name: string; readonly type: string}[];
}

/** The lake's tables with their columns. */
export function toSqlTables({tables, columns}: Catalogue): SqlTable[] {
  return tables.map(({name}) => ({
    schema: "lake",
    name,
    columns: columns.filter((column) => column.table === name)
  }));
}

/** The tables of what is kept (`ws.*`), as SQL sees them now. */
export async function readKeptTables(workspace: Workspace): Promise<SqlTable[]> {
  const result = await workspace.query(
    "select table_name, column_name, data_type from duckdb_columns() where schema_name = 'ws' order by table_name, column_index"
  );
  const tables = new Map<string, {name: string; type: string}[]>();
  for (let row = 0; row < result.numRows; ++row) {
    const [table, name, type] = [0, 1, 2].map((column) => result.value(row, column) as string) as [
      string,
      string,
      string
    ];
    const columns = tables.get(table) ?? [];
    columns.push({name, type});
    tables.set(table, columns);
  }
  return Array.from(tables, ([name, columns]) => ({schema: "ws", name, columns}));
}

/** A name as it must stand in SQL. */
export function toSqlName(name: string): string {
  return isPlainName(name) ? name : quoteIdentifier(name);
}

/** Tables under their schemas, for what is completed after `from` and after a dot. */
export function toNamespace(tables: readonly SqlTable[]): SQLNamespace {
  const schemas: Record<string, Record<string, SQLNamespace>> = {};
  for (const {schema, name, columns} of tables) {
    schemas[schema] ??= {};
    schemas[schema][name] = {
      self: toTableCompletion(name, schema),
      children: columns.map((column) => toColumnCompletion(column.name, column.type))
    };
  }
  return schemas;
}

/**
 * Offers tables, and the columns of those that the query names, wherever a name may stand. The language's own source
 * knows what stands behind a dot, but is silent at words that are functions too (`exp`, `day`).
 */
export function completeNames(
  tables: readonly SqlTable[]
): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const word = context.matchBefore(/[\w$]*/);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    if (/[.'"\w]/.test(context.state.sliceDoc(word.from - 1, word.from))) return null;
    const names = new Set(
      context.state.doc
        .toString()
        .toLowerCase()
        .match(/\w+|"[^"]+"/g)
    );
    const columns = tables
      .filter(({name}) => names.has(name.toLowerCase()) || names.has(`"${name.toLowerCase()}"`))
      .flatMap((table) =>
        table.columns.map(({name, type}) => toColumnCompletion(name, `${type} · ${table.name}`))
      );
    const options = [
      ...tables
        .filter(({schema}) => schema === "lake")
        .map(({name, schema}) => toTableCompletion(name, schema)),
      ...columns
    ];
    return {from: word.from, options, validFor: /^[\w$]*$/};
  };
}

function toTableCompletion(name: string, schema: string): Completion {
  return {label: name, apply: toSqlName(name), type: "class", detail: schema};
}

function toColumnCompletion(name: string, detail: string): Completion {
  return {label: name, apply: toSqlName(name), type: "property", detail, boost: 1};
}
