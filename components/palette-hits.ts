import type {SearchHit} from "../src/index.ts";
import type {Found} from "./find.ts";
import {formatCount} from "./format-value.ts";
import type {RowTables} from "./hit-links.ts";
import {toHitHref} from "./hit-links.ts";
import {HIT_KINDS, toReasonText} from "./hit-words.ts";

const MAX_HITS = 12;

/** A hit as the palette shows it: its table and why it was found stand at the end of its line. */
export function toFoundHit(hit: SearchHit, tables: RowTables | undefined): Found {
  const {kind, end, title, snippet, from, why, alike} = hit;
  const href = toHitHref(hit, tables);
  const reasons = why.filter(({by}) => by === "meaning");
  return {
    kind,
    name: title.text,
    // an entry may be named above already, by where it leads
    ...(kind !== "entry" && {key: end}),
    hint: [
      alike > 1 ? `× ${formatCount(alike)}` : "",
      from || HIT_KINDS[kind],
      toReasonText(reasons)
    ]
      .filter(Boolean)
      .join(" · "),
    title,
    snippet,
    ...(href !== undefined && {href})
  };
}

/** What is shown already stays where it is; what was found since follows. */
export function addFound(
  shown: readonly Found[],
  fresh: readonly Found[],
  names: readonly Found[]
): Found[] {
  const known = new Set([...shown, ...names].map(toKey));
  return [...shown, ...fresh.filter((found) => !known.has(toKey(found)))].slice(0, MAX_HITS);
}

/** Tells one thing that was found from others. */
export function toKey({kind, key, name, href}: Found): string {
  return key ?? href ?? `${kind}:${name}`;
}
