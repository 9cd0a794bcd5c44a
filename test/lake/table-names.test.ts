import {expect, test} from "vitest";
import {nameTables, toFamily} from "../../src/lake/table-names.ts";

const table = (paths: string | string[], inner = "", format = "csv") => ({
  paths: [paths].flat(),
  inner,
  format
});

test.each([
  ["expenses-2023", "expenses"],
  ["expenses_2023-01-05", "expenses"],
  ["2023-01-05 expenses", "expenses"],
  ["StreamingHistory_music_0", "streaminghistory_music"],
  ["Streaming_History_Audio_2019-2021_3", "streaming_history_audio"],
  ["export (2)", "export"],
  ["iso3166", "iso3166"],
  ["flights-20k", "flights-20k"],
  ["top_100_movies", "top_100_movies"],
  ["2024-01-05", ""],
  ["7", ""]
])("toFamily(%j) is %j", (stem, family) => {
  expect(toFamily(stem)).toBe(family);
});

test.each([
  ["people.csv", "people"],
  ["My Things.csv", "my_things"],
  ["StreamingHistory.json", "streaming_history"],
  ["expenses-2023.csv", "expenses"],
  ["sms-20240105.xml", "sms"],
  ["top-100.csv", "top_100"],
  ["2024.csv", "_2024"],
  ["café.csv", "cafe"],
  ["中文.csv", "中文"],
  ["😀.csv", "data"],
  ["a/b/c.csv", "c"],
  ["noextension", "noextension"],
  ["archive.tar.csv", "archive_tar"]
])("nameTables(tables) calls the table of %s %s", (path, name) => {
  expect(nameTables([table(path)])).toEqual([name]);
});

test("nameTables(tables) calls a group by what its files' names share, or by their folder", () => {
  expect(
    nameTables([
      table(["money/expenses-2023.csv", "money/expenses-2024.csv"]),
      table(
        ["music/StreamingHistory_music_0.json", "music/StreamingHistory_music_1.json"],
        "",
        "json"
      ),
      table(["weather/jan.csv", "weather/feb.csv"]),
      table(["notes/a.md", "notes/b/c.md"], "", "markdown"),
      table(["days/2024-01-01.csv", "days/2024-01-02.csv"])
    ])
  ).toEqual(["expenses", "streaming_history_music", "weather", "notes", "days"]);
});

test("nameTables(tables) adds the name of a sheet or an element, unless it says the same", () => {
  expect(
    nameTables([
      table("books.xlsx", "Loans", "xlsx"),
      table("sms-2024.xml", "sms", "xml"),
      table("sms-2024.xml", "mms", "xml"),
      table(["workouts/a.tcx", "workouts/b.tcx"], "laps", "tcx")
    ])
  ).toEqual(["books_loans", "sms", "sms_mms", "workouts_laps"]);
});

test("nameTables(tables) tells tables of one name apart by folder, by date, by format", () => {
  expect(nameTables([table("home/items.csv"), table("lab/items.csv")])).toEqual([
    "home_items",
    "lab_items"
  ]);
  expect(nameTables([table("a-2023.csv"), table("a-2024.csv")])).toEqual(["a_2023", "a_2024"]);
  expect(nameTables([table("a.csv"), table("a.json", "", "json")])).toEqual(["a_csv", "a_json"]);
  expect(nameTables([table("x/home/items.csv"), table("y/home/items.csv")])).toEqual([
    "x_home_items",
    "y_home_items"
  ]);
});

test("nameTables(tables) leaves a name to the table whose file is called just so", () => {
  expect(nameTables([table("data-2023.csv"), table("data.csv")])).toEqual(["data_2023", "data"]);
});

test("nameTables(tables) gives no table a name that SQL or the catalogue has", () => {
  expect(nameTables([table("select.csv"), table("files.csv"), table("x/order.csv")])).toEqual([
    "select_csv",
    "files_csv",
    "x_order"
  ]);
});

test("nameTables(tables) numbers what nothing else tells apart", () => {
  expect(nameTables([table("a b.csv"), table("a-b.csv"), table("a_b.csv")])).toEqual([
    "a_b_csv",
    "a_b_csv_2",
    "a_b_csv_3"
  ]);
});

test("nameTables(tables) gives the same names whatever the order, but for numbers", () => {
  const tables = [
    table("home/items.csv"),
    table("data.csv"),
    table("lab/items.csv"),
    table("data-2023.csv")
  ];
  const names = (list: typeof tables) =>
    new Map(nameTables(list).map((name, i) => [list[i]!.paths[0], name]));
  expect(names(tables.toReversed())).toEqual(new Map([...names(tables)].reverse()));
});
