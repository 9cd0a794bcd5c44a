import type {DataType} from "../../model/table.ts";
import type {Total, View} from "../../model/view.ts";
import type {MirrorType} from "../mirror/mirror-types.ts";
import type {TypeColumn} from "../mirror/type-columns.ts";

/** What filters, sums and groups tell apart among columns. */
export type ViewKind =
  | "text"
  | "number"
  | "boolean"
  | "date"
  | "moment"
  | "time"
  | "span"
  | "list"
  | "group"
  /** A computed column: only the engine knows its type. */
  | "unknown";

/** The relation that a view is of. */
export type ViewRelation = Pick<MirrorType, "relation" | "columns" | "type" | "family">;

export function toViewKind({role, type}: Pick<TypeColumn, "role" | "type">): ViewKind {
  return role === "computed" ? "unknown" : toKind(type);
}

export function findColumn({columns}: ViewRelation, name: string): TypeColumn | undefined {
  return columns.find((column) => column.name === name);
}

/**
 * The columns that a view shows, in order. Where it names none: all but the id, the address, the time of making, and
 * the field that is the title.
 */
export function toShownColumns(
  {columns}: Pick<View, "columns">,
  relation: ViewRelation
): readonly TypeColumn[] {
  if (columns)
    return columns
      .map((name) => findColumn(relation, name))
      .filter((column) => column !== undefined);
  const {titleField, titleTemplate} = relation.type;
  return relation.columns.filter(
    ({role, field}) =>
      !["id", "slug", "created"].includes(role) &&
      (field === undefined || field !== titleField || titleTemplate !== undefined)
  );
}

/** Whether rows can be put together by a column's values. */
export function isGroupable(column: TypeColumn): boolean {
  return (
    !["list", "group"].includes(toViewKind(column)) &&
    !["id", "slug", "title"].includes(column.role)
  );
}

/** The totals that make sense of a column. */
export function toTotals(column: TypeColumn): readonly Total[] {
  const kind = toViewKind(column);
  if (kind === "number" || kind === "span" || kind === "unknown")
    return [...COUNTS, ...SUMS, ...ENDS];
  return kind === "date" || kind === "moment" || kind === "time" ? [...COUNTS, ...ENDS] : COUNTS;
}

const COUNTS: readonly Total[] = ["count", "distinct", "empty"];
const SUMS: readonly Total[] = ["sum", "mean", "median"];
const ENDS: readonly Total[] = ["min", "max"];

function toKind(type: DataType): ViewKind {
  if (typeof type === "object") {
    if ("list" in type) return "list";
    if ("sql" in type) return SQL_KINDS[type.sql] ?? "text";
    return "group";
  }
  return KINDS[type] ?? "text";
}

const KINDS: Readonly<Record<string, ViewKind>> = {
  BIGINT: "number",
  DOUBLE: "number",
  BOOLEAN: "boolean",
  DATE: "date",
  TIMESTAMP: "moment"
};
const SQL_KINDS: Readonly<Record<string, ViewKind>> = {
  "DECIMAL(18,4)": "number",
  INTERVAL: "span",
  TIME: "time"
};
