import {toMessage} from "../../lib/errors.ts";
import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import type {Lake} from "../../lake/lake.ts";
import {toPath} from "../../lake/lake.ts";
import {toSqlType} from "../../model/table.ts";
import {toExpression} from "../../recipes/expression.ts";
import {EDGE_ROWS, rows, ws} from "./mirror-state.ts";
import type {MirrorType} from "./mirror-types.ts";
import type {TypeColumn} from "./type-columns.ts";
import {isKept} from "./type-columns.ts";

/** `ws.edges`: the rows, with the titles of their ends as they are now. */
export const EDGES_VIEW = `CREATE OR REPLACE VIEW memory.ws.edges AS
SELECT edge.id, edge.kind, edge.from_id, edge.to_id, coalesce(first.title, edge.from_end) AS from_title,
  coalesce(second.title, edge.to_end) AS to_title, edge.* EXCLUDE (id, kind, from_id, to_id, from_end, to_end)
FROM ${toPath(EDGE_ROWS)} AS edge
LEFT JOIN memory.ws.entries AS first ON first.id = edge.from_id
LEFT JOIN memory.ws.entries AS second ON second.id = edge.to_id`;

/** What is needed to know of other types and of kinds to show one. */
export interface ViewSources {
  readonly types: ReadonlyMap<string, MirrorType>;
  /** The names of the kinds whose edges read the same from both ends. */
  readonly symmetric: ReadonlySet<string>;
}

/**
 * Makes a type's relation: the rows of its family, with what edges lead to and what is computed. An expression that the
 * engine refuses gives a column of nulls; gives what is wrong, for people.
 */
export async function writeTypeView(
  lake: Lake,
  mirror: MirrorType,
  sources: ViewSources
): Promise<string[]> {
  const problems = mirror.problem === undefined ? [] : [mirror.problem];
  const from = toFrom(mirror, sources);
  const selected = new Map<TypeColumn, string>();
  for (const column of mirror.columns) {
    if (column.role !== "computed") continue;
    const sql = maybeComputed(column, problems);
    const select = toSelect(mirror.columns, new Map([...selected, [column, sql]]), from);
    try {
      if (sql !== NOTHING) await lake.query(`SELECT * FROM (${select}) LIMIT 0`);
      selected.set(column, sql);
    } catch (error) {
      problems.push(`${column.field}: ${toMessage(error)}`);
    }
  }
  const select = toSelect(mirror.columns, selected, from);
  await lake.query(`CREATE OR REPLACE VIEW ${toPath(ws(mirror.relation))} AS ${select}`);
  return problems;
}

const NOTHING = "NULL::VARCHAR";

function maybeComputed({field, schema}: TypeColumn, problems: string[]): string {
  try {
    // a row that the expression fails at has no value; the others have theirs
    return `TRY${toExpression(schema!["x-lakebook"]!.sql!).sql}`;
  } catch (error) {
    problems.push(`${field}: ${toMessage(error)}`);
    return NOTHING;
  }
}

function toSelect(
  columns: readonly TypeColumn[],
  computed: ReadonlyMap<TypeColumn, string>,
  from: string
): string {
  const list = columns.map((column) => {
    const name = quoteIdentifier(column.name);
    return column.role === "computed" ? `${computed.get(column) ?? NOTHING} AS ${name}` : name;
  });
  return `SELECT ${list.join(", ")} FROM ${from}`;
}

/** The rows of the family, joined with what their reference fields lead to. */
function toFrom(mirror: MirrorType, {types, symmetric}: ViewSources): string {
  const members = mirror.family.map((name) => toMemberSelect(mirror, types.get(name)!));
  const references = mirror.columns.filter(({role}) => role === "reference");
  const names = references.map((column, i) => `ref_${i}.titles AS ${quoteIdentifier(column.name)}`);
  const joins = references.map(
    (column, i) => `LEFT JOIN (${toTitles(column, symmetric)}) AS ref_${i} ON ref_${i}.id = rows.id`
  );
  return `(SELECT ${["rows.*", ...names].join(", ")} FROM (${members.join(" UNION ALL ")}) AS rows ${joins.join(" ")})`;
}

/** A member's rows by the columns of the relation: of a type that extends it, what has another type there is cast. */
function toMemberSelect({columns}: MirrorType, member: MirrorType): string {
  const list = columns.filter(isKept).map((column) => {
    const name = quoteIdentifier(column.name);
    if (column.role === "type") return `${quoteText(member.type.name)} AS ${name}`;
    const own = member.columns.find(
      ({role, field}) => role === column.role && field === column.field
    );
    if (!own || !isKept(own)) return `NULL::${toSqlType(column.type)} AS ${name}`;
    const from = quoteIdentifier(own.name);
    const type = toSqlType(column.type);
    return type === toSqlType(own.type)
      ? `${from} AS ${name}`
      : `TRY_CAST(${from} AS ${type}) AS ${name}`;
  });
  return `SELECT ${list.join(", ")} FROM ${toPath(rows(member.relation))}`;
}

/** The titles at the other ends of a reference's edges, by the entry's id, in the order in which the edges were made. */
function toTitles({schema}: TypeColumn, symmetric: ReadonlySet<string>): string {
  const {kind, direction, many} = schema!["x-lakebook"]!.edge!;
  const directions = symmetric.has(kind) ? (["out", "in"] as const) : [direction];
  const ends = directions.map((way) => {
    const [near, far] = way === "out" ? ["from", "to"] : ["to", "from"];
    return `SELECT ${near}_id AS id, ${far}_id AS other, ${far}_end AS text, id AS edge FROM ${toPath(EDGE_ROWS)} WHERE kind = ${quoteText(kind)}`;
  });
  const titles = "list(coalesce(entry.title, ends.text) ORDER BY ends.edge)";
  return `SELECT ends.id, ${many ? titles : `${titles}[1]`} AS titles FROM (${ends.join(" UNION ALL ")}) AS ends LEFT JOIN memory.ws.entries AS entry ON entry.id = ends.other GROUP BY ends.id`;
}
