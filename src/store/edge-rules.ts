import {toText} from "../lib/text.ts";
import type {Edge, EdgeGrid, EdgeKind} from "../model/edge.ts";
import {toGridPlace} from "../model/grid.ts";
import type {KindEdges} from "./kind-edges.ts";

/** Why an edge cannot be: words around the titles of ends. */
export interface EdgeProblem {
  readonly ends: readonly string[];
  readonly say: (...titles: string[]) => string;
}

type Rule = (edge: Edge, edges: KindEdges) => EdgeProblem | undefined;

/** Whether edges of the kind are held against each other at all. */
export function hasRules({
  cardinality = "many-to-many",
  acyclic = false,
  grid,
  capacityField
}: EdgeKind): boolean {
  return cardinality !== "many-to-many" || acyclic || !!grid || capacityField !== undefined;
}

/** Why an edge cannot stand where it does, beside the others of its kind; undefined where it can. */
export function findEdgeProblem(edge: Edge, edges: KindEdges): EdgeProblem | undefined {
  for (const rule of [findSecond, findCircle, findOverflow, findBadPosition] satisfies Rule[]) {
    const problem = rule(edge, edges);
    if (problem) return problem;
  }
  return undefined;
}

/** Whether two edges to one end hold the same position of its grid. */
export function isSamePosition(a: Edge, b: Edge, {positionField}: EdgeGrid): boolean {
  const [one, other] = [a, b].map(({fields}) => toGridPlace(toText(fields[positionField])));
  return !!one && !!other && one.row === other.row && one.column === other.column;
}

function findSecond({id, from, to}: Edge, edges: KindEdges): EdgeProblem | undefined {
  const {cardinality = "many-to-many", symmetric, label} = edges.kind;
  if (cardinality === "many-to-many") return undefined;
  const beside = [
    ...(symmetric || cardinality !== "one-to-many" ? edges.outOf(from) : []),
    ...(symmetric || cardinality !== "many-to-one" ? edges.into(to) : []),
    ...(symmetric ? [...edges.into(from), ...edges.outOf(to)] : [])
  ];
  const other = beside.find((one) => one.id !== id);
  return (
    other && {
      ends: [other.from, other.to],
      say: (a, b) =>
        `edge excludes another: "${a}" ${label} "${b}" already; move or remove that one`
    }
  );
}

/** Walks on from the second end: what leads back to the first one closes a circle. */
function findCircle({from, to}: Edge, edges: KindEdges): EdgeProblem | undefined {
  const {acyclic, label} = edges.kind;
  if (!acyclic) return undefined;
  const met = new Set([to]);
  // what is added is walked too
  for (const end of met) {
    if (end === from) {
      return {
        ends: [from, to],
        say: (a, b) => `edges lead in a circle: "${a}" ${label} "${b}", which leads back to it`
      };
    }
    for (const edge of edges.outOf(end)) met.add(edge.to);
  }
  return undefined;
}

function findOverflow({id, to}: Edge, edges: KindEdges): EdgeProblem | undefined {
  const {capacityField} = edges.kind;
  const capacity =
    capacityField === undefined ? undefined : toCount(edges.holder(to)?.fields[capacityField]);
  const count = edges.into(to).filter((one) => one.id !== id).length + 1;
  if (capacity === undefined || count <= capacity) return undefined;
  return {
    ends: [to],
    say: (title) =>
      `no room left: "${title}" has room for ${capacity}, this would be number ${count}`
  };
}

function findBadPosition(edge: Edge, edges: KindEdges): EdgeProblem | undefined {
  const {grid} = edges.kind;
  const position = grid ? toText(edge.fields[grid.positionField]).trim() : "";
  if (!grid || position === "") return undefined;
  const place = toGridPlace(position);
  if (!place) {
    return {
      ends: [],
      say: () => `position is not valid: "${position}" (a letter and a number, such as B7)`
    };
  }
  const fields = edges.holder(edge.to)?.fields ?? {};
  const [rows, columns] = [toCount(fields[grid.rowsField]), toCount(fields[grid.columnsField])];
  if (place.row > (rows ?? Infinity) || place.column > (columns ?? Infinity)) {
    const size = `${rows ?? "any number of"} rows and ${columns ?? "any number of"} columns`;
    return {
      ends: [edge.to],
      say: (title) => `position is outside: ${position} of "${title}", which has ${size}`
    };
  }
  const other = edges
    .into(edge.to)
    .find((one) => one.id !== edge.id && isSamePosition(one, edge, grid));
  return (
    other && {
      ends: [edge.to, other.from],
      say: (title, holder) => `position is taken: ${position} of "${title}" holds "${holder}"`
    }
  );
}

/** A whole number of things; undefined where nobody says. */
function toCount(value: unknown): number | undefined {
  const text = toText(value).trim();
  const count = Number(text);
  return text !== "" && Number.isFinite(count) ? count : undefined;
}
