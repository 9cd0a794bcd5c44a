import {expect, test} from "vitest";
import {toEntriesSql, toNumberedSql, toValuesSql} from "../../../src/workspace/map/rows-sql.ts";
import {spreadRepeats} from "../../../src/workspace/map/spread-repeats.ts";

const NOTES = {id: 'lake.my "notes"', label: "", of: "rows", columns: [], time: null} as const;

test("toNumberedSql(collection, numbers) names rows by number, runs of them as ranges", () => {
  expect(toNumberedSql(NOTES, [9, 3, 1, 2, 7])).toBe(
    'select * from lake."my ""notes"""\nwhere rowid between 1 and 3\n  or rowid in (7, 9)'
  );
  expect(toNumberedSql({id: "raw.people"}, [])).toContain("where false");
  expect(toNumberedSql({id: "raw.people"}, [4])).toContain("row_number() over () - 1 as place");
  expect(toEntriesSql({id: "ws.note"}, ["a", "it's"])).toContain("where id in ('a', 'it''s')");
  expect(toValuesSql(NOTES, "x")).toContain("ORDER BY rowid");
});

test("spreadRepeats(places, texts) keeps the first where it lies and puts each repeat close by, none on another", () => {
  const texts = Int32Array.from({length: 500}, (_, i) => (i === 0 ? 1 : 0));
  const spread = spreadRepeats(Float32Array.of(0.5, -0.5, -1, 1), texts);
  expect([...spread.subarray(0, 4)]).toEqual([-1, 1, 0.5, -0.5]);
  const seen = new Set<string>();
  for (let i = 1; i < 500; ++i) {
    const [x, y] = [spread[2 * i]!, spread[2 * i + 1]!];
    expect(Math.hypot(x - 0.5, y + 0.5)).toBeLessThan(0.031);
    seen.add(`${x} ${y}`);
  }
  expect(seen.size).toBe(499);
});
