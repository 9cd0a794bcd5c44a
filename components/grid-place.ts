import type {CellPlace} from "./grid-keys.ts";

/** The place of the cell that an event came from. */
export function toPlace(event: Event): CellPlace | undefined {
  const cell = (event.target as Element).closest<HTMLElement>("[data-row]");
  return cell ? {row: Number(cell.dataset.row), column: Number(cell.dataset.column)} : undefined;
}

/** True of a press on the edge by which a column is resized. */
export function isEdge(event: Event): boolean {
  return (event.target as Element).closest(".resizer") !== null;
}
