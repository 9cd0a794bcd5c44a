import type {ChangeGroup, Store} from "../src/index.ts";

/** A write, and what can be done about it now. */
export interface GroupState {
  readonly group: ChangeGroup;
  /** What the button does; undefined where a later write says it. */
  readonly turn: "Undo" | "Redo" | undefined;
  /** The write to hand to `History.undo` for that. */
  readonly target: string;
  /** What became of it: "undone", "done again". */
  readonly note: string;
}

/** Whether each write stands, and how it is turned. */
export async function readGroupStates(
  store: Store,
  groups: readonly ChangeGroup[]
): Promise<GroupState[]> {
  const states: GroupState[] = [];
  for (const group of groups) states.push(await readState(store, group));
  return states;
}

async function readState(store: Store, group: ChangeGroup): Promise<GroupState> {
  const {kind, undoneBy} = group;
  if (kind === "do")
    return undoneBy === null
      ? {group, turn: "Undo", target: group.group, note: ""}
      : {group, turn: "Redo", target: undoneBy, note: "undone"};
  if (kind === "undo")
    return undoneBy === null
      ? {group, turn: "Redo", target: group.group, note: ""}
      : {group, turn: undefined, target: group.group, note: "done again"};
  const undo = await store.history.get(group.undoes!);
  const first = undo && (await store.history.get(undo.undoes!));
  return first?.undoneBy === null
    ? {group, turn: "Undo", target: group.group, note: ""}
    : {group, turn: undefined, target: group.group, note: "undone"};
}
