import type {MatchLabel} from "../../match/link/match-table.ts";
import type {FormerEntry, MergedPair} from "./merged-pairs.ts";
import {toFieldText} from "./read-type.ts";
import type {SourceRecords} from "./source-records.ts";

/**
 * Records of a type, and after them what was merged as it was: such a pair is one beyond doubt, which a run learns from.
 * An entry that still has all its values stands for itself.
 */
export function withMerged(
  records: SourceRecords,
  pairs: readonly MergedPair[]
): {readonly records: SourceRecords; readonly labels: MatchLabel[]} {
  const places = new Map(records.ends.map((end, i) => [end, i]));
  const added = new Map<string, readonly string[]>();
  const toKey = ({id, group, fields}: FormerEntry): string => {
    const values = records.columns.map(({name}) => toFieldText(fields[name]));
    const place = places.get(id);
    if (place !== undefined && records.columns.every((one, i) => one.values[place] === values[i]))
      return id;
    const key = `${id} before ${group}`;
    added.set(key, values);
    return key;
  };
  const labels = pairs.map(([a, b]) => ({a: toKey(a), b: toKey(b), isMatch: true}));
  const former = [...added.values()];
  return {
    labels,
    records: {
      ...records,
      ends: [...records.ends, ...added.keys()],
      columns: records.columns.map((column, i) => ({
        ...column,
        values: [...column.values, ...former.map((values) => values[i]!)]
      }))
    }
  };
}
