import type {Fields} from "../src/index.ts";
import {isSame} from "../src/index.ts";
import {getOwn} from "./get-own.ts";

export interface Merge {
  readonly fields: Fields;
  /** Fields that both sides changed, each to something else; `fields` has mine. */
  readonly conflicts: readonly string[];
}

/** Two sets of changes to the same fields as one: what only one side changed is taken from that side. */
export function mergeFields(base: Fields, mine: Fields, theirs: Fields): Merge {
  const fields: Record<string, unknown> = {};
  const conflicts: string[] = [];
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const [former, my, their] = [getOwn(base, name), getOwn(mine, name), getOwn(theirs, name)];
    const isMine = !isSame(my, former);
    if (isMine && !isSame(their, former) && !isSame(my, their)) conflicts.push(name);
    const value = isMine ? my : their;
    if (value !== undefined) fields[name] = value;
  }
  return {fields, conflicts};
}
