import {isSame} from "../src/index.ts";
import {isGroup} from "./controls/group-value.ts";

/**
 * What a form hands out: rows that were emptied are gone from the lists that somebody changed. What nobody touched stays
 * as it was.
 */
export function toTidy(
  values: Readonly<Record<string, unknown>>,
  former: Readonly<Record<string, unknown>> = {}
): Record<string, unknown> {
  const tidied = Object.entries(values).map(([name, value]): [string, unknown] => {
    const isOld = Object.hasOwn(former, name) && isSame(former[name], value);
    return [name, isOld ? value : tidy(value)];
  });
  return Object.fromEntries(tidied.filter(([, value]) => value !== undefined));
}

function tidy(value: unknown): unknown {
  if (isGroup(value)) {
    const group = toTidy(value);
    return Object.keys(group).length === 0 ? undefined : group;
  }
  if (!Array.isArray(value)) return value;
  const items = value.map(tidy).filter((item) => item !== null && item !== undefined);
  return items.length === 0 ? undefined : items;
}
