import type {Drawing} from "./control.ts";

/**
 * The items of a list as a control shows them. An item that was emptied is null until the form is saved, so that its row
 * does not vanish under the hand; the last row is always an empty one, ready to be typed into.
 */
export function toRows(value: unknown): readonly unknown[] {
  return [...((value ?? []) as readonly unknown[]), undefined];
}

/** What can be done with the rows of a list. */
export interface RowEdits {
  set(index: number, value: unknown): void;
  remove(index: number): void;
  /** Swaps an item with the one before or behind it, and keeps the focus in it. */
  move(index: number, step: -1 | 1): void;
}

export function toRowEdits({value, report, afterwards}: Drawing): RowEdits {
  const items = (value ?? []) as readonly unknown[];
  const change = (after: readonly unknown[]): void => {
    report(after.length === 0 ? undefined : after);
  };
  return {
    set: (index, value) =>
      change(
        index < items.length
          ? items.map((item, i) => (i === index ? (value ?? null) : item))
          : value === undefined
            ? items
            : [...items, value]
      ),
    remove: (index) => {
      change(items.filter((_, i) => i !== index));
      afterwards((root) => focusRow(root, index));
    },
    move: (index, step) => {
      const to = index + step;
      if (index >= items.length || to < 0 || to >= items.length) return;
      const after = [...items];
      [after[index], after[to]] = [after[to], after[index]];
      change(after);
      afterwards((root) => focusRow(root, to));
    }
  };
}

/** Alt and an arrow key move the row that has the focus. */
export function onRowKey(event: KeyboardEvent, index: number, edits: RowEdits): void {
  const step = {ArrowUp: -1, ArrowDown: 1}[event.key] as -1 | 1 | undefined;
  if (!event.altKey || step === undefined) return;
  event.preventDefault();
  edits.move(index, step);
}

function focusRow(root: ParentNode, index: number): void {
  root.querySelector<HTMLElement>(`[data-row="${index}"] lb-field`)?.focus();
}
