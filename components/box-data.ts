import type {Edge, EdgeKind, Entry, Store} from "../src/index.ts";
import {findFamily, toGridPlace, toPosition} from "../src/index.ts";

/** Containers that are listed to choose from. */
const MAX_BOXES = 2000;

/** A container with a grid. */
export interface Box {
  readonly entry: Entry;
  readonly rows: number;
  readonly columns: number;
  /** How many things it has room for; null where nobody said. */
  readonly capacity: number | null;
}

/** A thing in a container, by the edge that says so. */
export interface Occupant {
  readonly entry: Entry;
  readonly edge: Edge;
}

/** What is in a container. */
export interface BoxContents {
  /** By position, as `toPosition` writes it; more than one where somebody put them there by other means. */
  readonly placed: ReadonlyMap<string, readonly Occupant[]>;
  /** Without a position, or with one outside of the grid. */
  readonly loose: readonly Occupant[];
}

/** The containers that edges of a kind lead to, by title. */
export async function readBoxes(store: Store, kind: EdgeKind): Promise<Box[]> {
  const types = new Map((await store.types.list()).map((type) => [type.name, type]));
  const names = new Set(kind.toTypes.flatMap((name) => findFamily(name, types)));
  const boxes: Box[] = [];
  for (const type of names) {
    const {entries} = await store.entries.page({type, sort: {by: "title"}, limit: MAX_BOXES});
    for (const entry of entries) {
      const rows = toCount(entry.fields[kind.grid!.rowsField]);
      const columns = toCount(entry.fields[kind.grid!.columnsField]);
      if (rows === null || columns === null) continue;
      boxes.push({entry, rows, columns, capacity: toCount(entry.fields[kind.capacityField ?? ""])});
    }
  }
  return boxes;
}

/** What edges of a kind put into a container. */
export async function readContents(
  store: Store,
  kind: EdgeKind,
  {entry, rows, columns}: Box
): Promise<BoxContents> {
  const groups = await store.edges.of(entry.id, {limit: rows * columns + MAX_BOXES});
  const group = groups.find((one) => one.kind === kind.name && one.direction === "in");
  const placed = new Map<string, Occupant[]>();
  const loose: Occupant[] = [];
  for (const {edge, other} of group?.edges ?? []) {
    const text = edge.fields[kind.grid!.positionField];
    const place = typeof text === "string" ? toGridPlace(text) : undefined;
    const isInside = place !== undefined && place.row <= rows && place.column <= columns;
    if (!isInside) loose.push({entry: other, edge});
    else {
      const position = toPosition(place);
      placed.set(position, [...(placed.get(position) ?? []), {entry: other, edge}]);
    }
  }
  return {placed, loose};
}

function toCount(value: unknown): number | null {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : null;
}
