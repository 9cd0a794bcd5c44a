import {expect, test} from "vitest";
import {toProblemLines, toSummary} from "../../src/lake/compile-report.ts";
import {RawFolder} from "./raw-folder.ts";

test("what a compilation says names the first problems with their places, and counts the others", async () => {
  const folder = new RawFolder({
    "a.json": "{oops",
    "b.csv": "x,y\n1,2\n1,2,3\n4,5\n",
    "c.parquet": "no parquet"
  });
  const report = await folder.compile();
  expect(toSummary(report)).toBe("3 files, 1 table, 3 rows, 3 problems");
  expect(toProblemLines(report, 2)).toEqual([
    expect.stringMatching(/^problem: a\.json, line 1, column 2: no JSON/),
    expect.stringMatching(/^problem: b\.csv, line 3: row has more than 2 fields/),
    "1 more: see Problems on the lake page"
  ]);
  expect(toProblemLines(report, 3)).toHaveLength(3);
});
