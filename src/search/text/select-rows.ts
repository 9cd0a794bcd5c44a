import type {IndexParts} from "./index-parts.ts";
import type {RowCheck} from "./row-test.ts";
import {TopRows} from "./top-rows.ts";

export interface SelectOptions {
  readonly checks: readonly RowCheck[];
  /** Bits that a row must have on the board. */
  readonly required: number;
  /** Best rows at most. */
  readonly limit: number;
}

/** The rows of the board that answer. */
export interface Selection {
  /** Best first; of the same score, in the order of their ids. */
  readonly best: readonly {readonly row: number; readonly score: number}[];
  readonly total: number;
  /** By the number of what rows say how many of all say it. */
  readonly alike: Int32Array;
  /** How many different things they say. */
  readonly distinct: number;
  /**
   * By the number of a facet's value how many of all have it. What a query chooses of a facet does not count for its own
   * values, so that the others can be seen.
   */
  readonly values: Int32Array;
}

export function selectRows(
  {board, documents, facets, sameTexts}: IndexParts,
  {checks, required, limit}: SelectOptions
): Selection {
  const top = new TopRows(limit, (a, b) => documents[a]!.id < documents[b]!.id);
  const values = new Int32Array(facets.size);
  const alike = new Int32Array(sameTexts.size);
  const {count} = board;
  const isOpen = checks.length === 0;
  let total = 0;
  let distinct = 0;
  let {floor} = top;
  for (let at = 0; at < count; ++at) {
    const row = board.row(at);
    if ((board.mask(row) & required) !== required) continue;
    const failed = isOpen ? undefined : findFailed(checks, row);
    if (failed === OUT) continue;
    if (failed !== undefined) {
      facets.countOf(failed, row, values);
      continue;
    }
    ++total;
    if (values.length > 0) facets.count(row, values);
    if (++alike[sameTexts.number(row)]! === 1) ++distinct;
    const score = board.score(row);
    if (score < floor) continue;
    top.add(row, score);
    ({floor} = top);
  }
  return {best: top.sorted(), total, alike, distinct, values};
}

/** Says of a row that it is no answer, whatever is chosen of one facet. No facet is called so. */
const OUT = "";

/** The only facet of which a row lacks what was chosen; undefined where it passes all. */
function findFailed(checks: readonly RowCheck[], row: number): string | undefined {
  let failed: string | undefined;
  for (const {facet, test} of checks) {
    if (test(row)) continue;
    if (facet === undefined || (failed !== undefined && failed !== facet)) return OUT;
    failed = facet;
  }
  return failed;
}
