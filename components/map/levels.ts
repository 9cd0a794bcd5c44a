import {FAINT, FULL, OUT} from "./points.ts";

/** What is shown of a map; null where a filter is off. */
export interface MapFilters {
  /** Codes of the colours that are picked; none of them: all. */
  readonly only: ReadonlySet<number>;
  /** What the texts contain, in any case of letters; "" for anything. */
  readonly text: string;
  /** From and up to, in milliseconds since 1970, both included. */
  readonly times: readonly [from: number, to: number] | null;
}

export const NO_FILTERS: MapFilters = {only: new Set(), text: "", times: null};

export function hasFilters({only, text, times}: MapFilters): boolean {
  return only.size > 0 || text !== "" || times !== null;
}

/** What points pass the filters, by point: 1 or 0. */
export function toPassing(
  {only, text, times}: MapFilters,
  map: {readonly texts: readonly string[]; readonly times: Float64Array | null},
  codes: Uint16Array
): Uint8Array {
  const wanted = text.toLowerCase();
  return Uint8Array.from(codes, (code, point) => {
    if (only.size > 0 && !only.has(code)) return 0;
    const time = map.times?.[point] ?? NaN;
    if (times && !(time >= times[0] && time <= times[1])) return 0;
    return wanted === "" || map.texts[point]!.toLowerCase().includes(wanted) ? 1 : 0;
  });
}

/** How much each point stands out: where some are chosen the others step back. */
export function toLevels(passing: Uint8Array, chosen: ReadonlySet<number>): Uint8Array {
  return passing.map((passes, point) => {
    if (chosen.has(point)) return FULL;
    if (passes === 0) return OUT;
    return chosen.size > 0 ? FAINT : FULL;
  });
}

/** The points that are listed, by point 1 or 0: those that are chosen, or where none is those that pass the filters. */
export function toListed(passing: Uint8Array, chosen: ReadonlySet<number>): Uint8Array {
  return chosen.size === 0 ? passing : passing.map((_, point) => Number(chosen.has(point)));
}
