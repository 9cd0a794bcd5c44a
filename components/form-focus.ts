import type {LbField} from "./lb-field.ts";
import {isAtField} from "./problem-path.ts";

/** The fields that can be typed into, in order, those inside of others too. */
export function findLeaves(fields: readonly LbField[]): LbField[] {
  return fields.flatMap(({leaves}) => leaves).filter(({isEditable}) => isEditable);
}

/** The field at a path, or the innermost one around it. */
export function findField(fields: readonly LbField[], path: string): LbField | undefined {
  return fields.find((field) => isAtField(path, field.path))?.findAt(path);
}

/** Where Enter goes on from where it was pressed: to the next field, then to `last`; undefined from there. */
export function findNext(
  event: KeyboardEvent,
  fields: readonly LbField[],
  last: HTMLElement | null
): HTMLElement | undefined {
  const path = event.composedPath();
  const leaves = findLeaves(fields);
  const at = leaves.findIndex((leaf) => path.includes(leaf));
  return at < 0 ? undefined : (leaves[at + 1] ?? last ?? undefined);
}
