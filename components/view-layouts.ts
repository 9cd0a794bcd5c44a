import type {TypeColumn, ViewLayout, ViewRelation} from "../src/index.ts";
import {findColumn, isGroupable, toViewKind} from "../src/index.ts";
import type {ViewShape} from "./view-state.ts";

/** The columns that a layout can be made by: a board's lanes, a calendar's day, a gallery's picture. */
export function toLayoutColumns(
  layout: ViewLayout,
  {columns}: ViewRelation
):
  {readonly part: "group" | "date" | "image"; readonly columns: readonly TypeColumn[]} | undefined {
  switch (layout) {
    case "board":
      return {part: "group", columns: columns.filter(isGroupable).sort(byChoice)};
    case "calendar":
      return {
        part: "date",
        columns: columns
          .filter((column) => ["date", "moment"].includes(toViewKind(column)))
          .sort((a, b) => Number(b.role === "field") - Number(a.role === "field"))
      };
    case "gallery":
      return {part: "image", columns: columns.filter(({schema}) => isImage(schema))};
    default:
      return undefined;
  }
}

/** What changes with a layout: the column that it is made by, where the view names none that fits. */
export function toLayoutChange(
  layout: ViewLayout,
  shape: ViewShape,
  relation: ViewRelation
): Partial<ViewShape> {
  const needs = toLayoutColumns(layout, relation);
  if (!needs) return {layout};
  const name = shape[needs.part];
  const isThere = name !== null && needs.columns.includes(findColumn(relation, name)!);
  return isThere ? {layout} : {layout, [needs.part]: needs.columns[0]?.name ?? null};
}

/** What a layout lacks, for people; undefined where it has all it needs. */
export function findLack(shape: ViewShape, relation: ViewRelation): string | undefined {
  const needs = toLayoutColumns(shape.layout, relation);
  if (!needs || shape.layout === "gallery") return undefined;
  const name = shape[needs.part];
  if (name !== null && findColumn(relation, name)) return undefined;
  return shape.layout === "board"
    ? "A board needs a column to make lanes by: choose one."
    : "A calendar needs a column with a day: this type has none, or none is chosen.";
}

/** Choices make the best lanes, then yes or no. */
function byChoice(a: TypeColumn, b: TypeColumn): number {
  const rank = (column: TypeColumn): number =>
    column.schema?.enum ? 0 : toViewKind(column) === "boolean" ? 1 : 2;
  return rank(a) - rank(b);
}

function isImage(schema: TypeColumn["schema"]): boolean {
  const kinds = [schema, schema?.items].map((one) => one?.["x-lakebook"]?.kind);
  return kinds.includes("image");
}
