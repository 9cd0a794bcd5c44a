import type {Store} from "../src/index.ts";
import {editFields} from "../src/index.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import type {MoveEvent} from "./view-events.ts";

/** Gives an entry the value of the lane or day that its card was moved to. */
export async function moveEntry(store: Store, {id, column, value}: MoveEvent): Promise<void> {
  const field = column.field!;
  const {changed, group} = await store.entries.changeAll(
    [id],
    (entry) => editFields({do: "set", field, value}, entry),
    {what: `Move to another ${column.name}`}
  );
  if (changed > 0) offerUndo({store, groups: [group], message: "Entry moved"});
}
