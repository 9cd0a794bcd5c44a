import type {MatchFindings} from "../../model/match-job.ts";
import {createPause} from "../../lib/pause.ts";
import {hashNumber} from "../../lib/text-hash.ts";
import type {SourceRecords} from "./source-records.ts";

/** Between values: in no value of a table, or it changes nothing. */
const SEPARATOR = "\u001f";

/** A number that changes with a record's values, by record. */
export async function toHashes(
  {ends, columns}: Pick<SourceRecords, "ends" | "columns">,
  signal?: AbortSignal
): Promise<Float64Array> {
  const pause = createPause(signal);
  const hashes = new Float64Array(ends.length);
  for (let i = 0; i < ends.length; ++i) {
    hashes[i] = hashNumber(columns.map(({values}) => values[i]!).join(SEPARATOR));
    await pause();
  }
  return hashes;
}

/** How records now stand to those of an earlier run. */
export interface RecordsState {
  /** The positions now of the records of the earlier run, in its order; -1 where one is gone or has other values. */
  readonly known: Int32Array;
  /** The positions of records that the earlier run has not seen so. */
  readonly fresh: readonly number[];
}

/**
 * Finds records again: by their end and values, else, where a changed file gave its rows other addresses, by their values
 * alone, those with the same values in their order.
 */
export function compareRecords(
  former: {readonly keys: readonly string[]; readonly hashes: Float64Array},
  now: {readonly ends: readonly string[]; readonly hashes: Float64Array}
): RecordsState {
  const places = new Map(now.ends.map((end, i) => [end, i]));
  const known = new Int32Array(former.keys.length).fill(-1);
  const taken = new Uint8Array(now.ends.length);
  former.keys.forEach((key, i) => {
    const place = places.get(key);
    if (place === undefined || now.hashes[place] !== former.hashes[i]) return;
    known[i] = place;
    taken[place] = 1;
  });
  const byHash = new Map<number, number[]>();
  for (let i = now.ends.length - 1; i >= 0; --i) {
    if (taken[i] === 1) continue;
    const hash = now.hashes[i]!;
    const found = byHash.get(hash);
    if (found) found.push(i);
    else byHash.set(hash, [i]);
  }
  former.keys.forEach((_, i) => {
    if (known[i] !== -1) return;
    const place = byHash.get(former.hashes[i]!)?.pop();
    if (place === undefined) return;
    known[i] = place;
    taken[place] = 1;
  });
  return {known, fresh: [...taken.keys()].filter((i) => taken[i] === 0)};
}

/** The ends of a run's records, in its order. */
export function toKeys({keys}: Pick<MatchFindings, "keys">): readonly string[] {
  return keys === "" ? [] : keys.split("\n");
}
