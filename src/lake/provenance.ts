import {QueryError} from "../lib/errors.ts";
import {QueryResult} from "../model/query-result.ts";
import type {Lake, QueryOptions} from "./lake.ts";

const ROWID = "__lakebook_rowid";
/** Words that make a result's rows other than a table's rows, one to one. */
const NOT_ROWS =
  /^(union|intersect|except|group|having|distinct|join|pivot|unpivot|with|unnest|qualify|using|sample|tablesample|window)$/;
const AFTER_TABLE = /^(where|order|limit|offset|)$/;

/**
 * Runs a query so that each row knows the lake row it came from, where the query is a plain SELECT over one of
 * `tables`: the rowid is asked for beside the columns and taken out of the result again. A query that cannot carry it
 * (aggregates, joins) runs as it stands.
 */
export async function queryTraced(
  lake: Lake,
  sql: string,
  tables: ReadonlySet<string>,
  options?: QueryOptions
): Promise<QueryResult> {
  const traced = toTraced(sql, tables);
  if (!traced) return lake.query(sql, options);
  try {
    return toProvenResult(await lake.query(traced.sql, options), traced.table);
  } catch (error) {
    if (error instanceof QueryError) return lake.query(sql, options);
    throw error;
  }
}

/** The same query with the rowid as its last column, and the table it reads; undefined where rows are not a table's rows. */
export function toTraced(
  sql: string,
  tables: ReadonlySet<string>
): {sql: string; table: string} | undefined {
  const tokens = tokenize(sql);
  const first = tokens[0]?.word;
  if (first !== "select" && first !== "from") return undefined;
  const top = tokens.filter(({depth}) => depth === 0);
  if (top.some(({word}) => NOT_ROWS.test(word) || word === ";")) return undefined;
  if (top.filter(({word}) => word === "select").length !== (first === "select" ? 1 : 0))
    return undefined;
  const from = top.find(({word}) => word === "from");
  const table = from && readTable(top.slice(top.indexOf(from) + 1), tables);
  if (!table) return undefined;
  const text = sql.trim();
  const at = from.start;
  return first === "from"
    ? {sql: `SELECT *, rowid AS ${ROWID} ${text}`, table}
    : {sql: `${sql.slice(0, at)}, rowid AS ${ROWID} ${sql.slice(at)}`, table};
}

interface Token {
  /** Lower case for words; an identifier in quotes without them, led by a quote so that it is no keyword. */
  readonly word: string;
  readonly start: number;
  readonly depth: number;
}

const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|\s+|'(?:[^']|'')*'|"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*|\d[\w.]*|[\s\S]/gu;

function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (const {0: text, index} of sql.matchAll(TOKEN)) {
    if (/^(\s|--|\/\*)/.test(text)) continue;
    if (text === ")" || text === "]" || text === "}") --depth;
    tokens.push({
      word: text.startsWith('"')
        ? `"${text.slice(1, -1).replaceAll('""', '"')}`
        : text.toLowerCase(),
      start: index,
      depth
    });
    if (text === "(" || text === "[" || text === "{") ++depth;
  }
  if (tokens.at(-1)?.word === ";") tokens.pop();
  return tokens;
}

/** The one table named after FROM, with an alias or without: `t`, `lake.t`, `lake.main.t`. */
function readTable(tokens: readonly Token[], tables: ReadonlySet<string>): string | undefined {
  const path = [tokens[0]?.word ?? ""];
  let i = 1;
  for (; tokens[i]?.word === "."; i += 2) path.push(tokens[i + 1]?.word ?? "");
  if (tokens[i]?.word === "as") i += 2;
  else if (/^["\p{L}_]/u.test(tokens[i]?.word ?? "") && !AFTER_TABLE.test(tokens[i]!.word)) i += 1;
  if (!AFTER_TABLE.test(tokens[i]?.word ?? "")) return undefined;
  const names = path.map((word) => word.replace(/^"/, ""));
  const qualifier = names.slice(0, -1).join(".").toLowerCase();
  if (qualifier !== "" && qualifier !== "lake" && qualifier !== "lake.main") return undefined;
  const name = names.at(-1)!;
  return tables.has(name) ? name : undefined;
}

function toProvenResult(result: QueryResult, table: string): QueryResult {
  const last = result.fields.length - 1;
  const reader = (column: number) => ({
    length: result.numRows,
    get: (row: number) => result.value(row, column)
  });
  return new QueryResult({
    fields: result.fields.slice(0, last),
    readers: result.fields.slice(0, last).map((_, i) => reader(i)),
    complete: result.complete,
    elapsedMs: result.elapsedMs,
    provenance: {table, rowids: reader(last)}
  });
}
