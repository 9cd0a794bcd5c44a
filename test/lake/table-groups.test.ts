import {expect, test} from "vitest";
import {groupTables} from "../../src/lake/table-groups.ts";

const ABC = ["a", "b", "c"];

/** The paths of each group. */
function group(
  ...files: [path: string, columns?: string[], format?: string, inner?: string][]
): string[][] {
  const candidates = files.map(([path, columns = ABC, format = "csv", inner = ""]) => ({
    path,
    columns,
    format,
    inner
  }));
  return groupTables(candidates).map((group) => group.map(({path}) => path));
}

test("groupTables(candidates) joins files of the same columns whose names differ in dates or numbers", () => {
  expect(group(["e-2023.csv"], ["e-2024.csv"], ["other.json", ABC, "json"])).toEqual([
    ["e-2023.csv", "e-2024.csv"],
    ["other.json"]
  ]);
  expect(group(["2023/e.csv"], ["2024/e.csv"])).toEqual([["2023/e.csv", "2024/e.csv"]]);
  expect(group(["logs/2023/01.csv"], ["logs/2023/02.csv"], ["logs/2024/01.csv"])).toHaveLength(1);
});

test("groupTables(candidates) joins files of the same columns in one folder, unless they share but two", () => {
  expect(group(["w/jan.csv"], ["w/feb.csv"])).toEqual([["w/jan.csv", "w/feb.csv"]]);
  expect(group(["lab/sites.csv", ["id", "name"]], ["lab/rooms.csv", ["id", "name"]])).toHaveLength(
    2
  );
  expect(group(["lab/s-1.csv", ["id", "name"]], ["lab/s-2.csv", ["id", "name"]])).toHaveLength(1);
});

test("groupTables(candidates) heeds neither the case nor the order of columns", () => {
  expect(group(["e-1.csv", ["a", "b", "C"]], ["e-2.csv", ["c", "A", "b"]])).toHaveLength(1);
});

test("groupTables(candidates) keeps apart other columns, other formats, other sheets", () => {
  expect(group(["e-1.csv"], ["e-2.csv", ["a", "b"]])).toHaveLength(2);
  expect(group(["e-1.csv"], ["e-2.csv", ABC, "parquet"])).toHaveLength(2);
  expect(group(["e-1.xlsx", ABC, "xlsx", "One"], ["e-2.xlsx", ABC, "xlsx", "Two"])).toHaveLength(2);
});

test("groupTables(candidates) keeps apart the same name in two folders: another thing, or a copy", () => {
  expect(group(["home/items.csv"], ["lab/items.csv"])).toHaveLength(2);
  expect(group(["x/2024.csv"], ["y/2024.csv"])).toHaveLength(2);
});

test("groupTables(candidates) joins records that lack keys with those that have them", () => {
  expect(
    group(["h_0.json", ABC, "json"], ["h_1.json", ["a"], "json"], ["h_2.json", ["z"], "json"])
  ).toEqual([["h_0.json", "h_1.json"], ["h_2.json"]]);
  expect(group(["h_0.csv"], ["h_1.csv", ["a"]])).toHaveLength(2);
});

test("groupTables(candidates) joins notes by the topmost folder that holds some; a README stands alone", () => {
  const note = (path: string): [string, string[], string] => [path, ["path", "text"], "markdown"];
  expect(
    group(
      note("sample/README.md"),
      note("sample/notes/a.md"),
      note("sample/notes/deep/b.md"),
      note("other/c.md"),
      note("top.md")
    )
  ).toEqual([
    ["sample/README.md"],
    ["sample/notes/a.md", "sample/notes/deep/b.md"],
    ["other/c.md"],
    ["top.md"]
  ]);
});
