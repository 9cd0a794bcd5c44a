import {expect, test} from "vitest";
import type {Connector} from "../../src/model/format.ts";
import {createDetect} from "../../src/connectors/detect.ts";
import {compileLake} from "../../src/lake/compile.ts";
import {RawFolder} from "./raw-folder.ts";

/** Plays: lines of time and track. The same time is the same play. */
const plays: Connector = {
  name: "plays",
  label: "Plays",
  extensions: [],
  formats: ["text"],
  tables: [{name: "plays", what: "a play", key: ["at"]}],
  help: "",
  recognise: ({text}) => text.startsWith("#plays"),
  read(bytes) {
    const lines = new TextDecoder().decode(bytes).trim().split("\n").slice(1);
    const [rows, bad] = [
      lines.filter((line) => line !== "?"),
      lines.filter((line) => line === "?")
    ];
    const values = (i: number): (string | null)[] => rows.map((row) => row.split(" ")[i] || null);
    return {
      tables: [
        {
          name: "plays",
          key: ["at"],
          columns: [
            {name: "at", type: "VARCHAR", values: values(0)},
            {name: "track", type: "VARCHAR", values: values(1)}
          ]
        }
      ],
      problems: [],
      rejects: bad.map((text) => ({where: "line 2", text, what: "no play"}))
    };
  }
};

const compile = (folder: RawFolder): ReturnType<typeof compileLake> =>
  compileLake({raw: folder.raw, out: folder.out, detect: createDetect([plays])});

test("compileLake({detect}) merges the rows of a connector's files by key: the last file's value counts", async () => {
  const folder = new RawFolder({
    "2023/a.txt": "#plays\n1 one\n2 two\n",
    "2024/b.txt": "#plays\n2 TWO\n3 three\n"
  });
  await compile(folder);
  expect(await folder.rows("from lake.plays")).toMatchObject([
    {at: "1", track: "one"},
    {at: "2", track: "TWO"},
    {at: "3", track: "three"}
  ]);
  expect(await folder.rows("select file, first_row, rows from lake.parts order by file")).toEqual([
    {file: "2023/a.txt", first_row: 0, rows: 1},
    {file: "2024/b.txt", first_row: 1, rows: 2}
  ]);
  expect(await folder.rows("select connector, key from lake.tables")).toEqual([
    {connector: "plays", key: ["at"]}
  ]);
});

test("compileLake({detect}) makes of many files, one of them changed, what it makes of all anew", async () => {
  // the first files tell of the same plays
  const toKey = (i: number, row: number): string => String(i < 10 ? i + row : 10 * i + row);
  const toText = (i: number): string =>
    ["#plays", ...Array.from({length: i % 4}, (_, row) => `${toKey(i, row)} ${i}/${row}`)].join(
      "\n"
    );
  const paths = Array.from({length: 40}, (_, i) => `${100 + i}.txt`);
  const folder = new RawFolder(Object.fromEntries(paths.map((path, i) => [path, toText(i)])));
  for (const path of paths) {
    const day = path.replace(".txt", "");
    folder.write(`days/${day}.csv`, `day,n\n${`${day},${day}0\n`.repeat(Number(day) % 3)}`);
  }
  const read = async (): Promise<unknown> => ({
    plays: await folder.rows("select rowid, * from lake.plays"),
    days: await folder.rows("select rowid, * from lake.days"),
    parts: await folder.rows("from lake.parts")
  });
  const expected = new Map<string, string>();
  paths.forEach((_, i) => {
    for (let row = 0; row < i % 4; ++row) {
      expected.delete(toKey(i, row));
      expected.set(toKey(i, row), `${i}/${row}`);
    }
  });
  await compile(folder);
  expect(await folder.rows('select "at", track from lake.plays')).toEqual(
    [...expected].map(([at, track]) => ({at, track}))
  );
  folder.write("120.txt", "#plays\n200 changed\n5000 new");
  folder.write("days/110.csv", "day,n\n110,1\n110,2\n110,3\n");
  expect((await compile(folder)).read).toBeLessThan(12);
  const again = await read();
  await compileLake({...folder, detect: createDetect([plays]), force: true});
  expect(again).toEqual(await read());
});

test("compileLake({detect}) gives a row back its earlier value when the later file goes", async () => {
  const folder = new RawFolder({"a.txt": "#plays\n1 one\n2 two\n", "b.txt": "#plays\n2 TWO\n"});
  await compile(folder);
  folder.remove("b.txt");
  await compile(folder);
  expect(await folder.rows("from lake.plays")).toEqual([
    {at: "1", track: "one"},
    {at: "2", track: "two"}
  ]);
});

test("compileLake({detect}) keeps rows that lack a key apart by all of their values", async () => {
  const folder = new RawFolder({"a.txt": "#plays\n one\n two\n one\n"});
  await compile(folder);
  expect(await folder.rows("select track from lake.plays")).toEqual([
    {track: "two"},
    {track: "one"}
  ]);
});

test("compileLake({detect}) keeps refused rows with their text, also when nothing has changed", async () => {
  const folder = new RawFolder({"a.txt": "#plays\n?\n1 one\n", "other.csv": "a,b\n1,2\n"});
  const expected = [{file: "a.txt", where: "line 2", text: "?", what: "no play"}];
  await compile(folder);
  expect(await folder.rows("from lake.rejects")).toEqual(expected);
  folder.write("other.csv", "a,b\n1,3\n");
  await compile(folder);
  expect(await folder.rows("from lake.rejects")).toEqual(expected);
});

test("compileLake({toCleaner}) tells rows by all of their values where a recipe has no key", async () => {
  const recipe = {
    recipe: 1,
    id: "1",
    name: "Payments",
    match: {format: "csv", columns: ["day", "amount"]},
    parse: {},
    steps: [{kind: "rename", columns: {amount: "eur"}}],
    target: "payments",
    key: []
  };
  const folder = new RawFolder({
    "bank.recipe.json": JSON.stringify(recipe),
    "jan.csv": "day,amount\n2025-01-01,5\n2025-01-01,5\n2025-01-02,7\n",
    "jan to feb.csv": "day,amount\n2025-01-02,7\n2025-02-01,9\n"
  });
  await folder.compile();
  expect(
    await folder.rows("select eur, count(*) as n from lake.payments group by all order by all")
  ).toEqual([
    {eur: 5, n: 2},
    {eur: 7, n: 1},
    {eur: 9, n: 1}
  ]);
  expect(await folder.rows("select name from lake.tables")).toEqual([{name: "payments"}]);
});

test("compileLake({raw, out}) parses, cleans and refuses as the recipe of a folder says, and anew when it changes", async () => {
  const recipe = {
    recipe: 1,
    id: "1",
    name: "Readings",
    match: {format: "csv", columns: ["Sensor", "Value"]},
    parse: {skip: 2, delimiter: ";"},
    steps: [{kind: "retype", column: "Value", type: "DOUBLE"}],
    target: "readings",
    key: ["Sensor"]
  };
  const text = "made by X\nversion 2\nSensor;Value\na;1.5\nb;many\n";
  const folder = new RawFolder({
    "lab/readings.recipe.json": JSON.stringify(recipe),
    "lab/one.csv": text,
    "home/one.csv": "Sensor,Value\nz,9\n"
  });
  await folder.compile();
  expect(await folder.rows('select "Sensor", "Value" from lake.readings')).toEqual([
    {Sensor: "a", Value: 1.5}
  ]);
  expect(await folder.rows("select file, text from lake.rejects")).toEqual([
    {file: "lab/one.csv", text: "b\tmany"}
  ]);
  expect(await folder.rows("select name from lake.tables order by name")).toEqual([
    {name: "one"},
    {name: "readings"}
  ]);
  folder.write("lab/readings.recipe.json", JSON.stringify({...recipe, target: "measurements"}));
  await folder.compile();
  expect(await folder.rows("select name from lake.tables order by name")).toEqual([
    {name: "measurements"},
    {name: "one"}
  ]);
});

test("compileLake({detect}) believes the connector of greater precedence, whatever the order of the files", async () => {
  const rough: Connector = {
    ...plays,
    name: "rough plays",
    recognise: ({path}) => path.startsWith("z")
  };
  const sure: Connector = {...plays, precedence: 1};
  const folder = new RawFolder({"a.txt": "#plays\n1 sure\n", "z.txt": "#plays\n1 rough\n2 two\n"});
  await compileLake({raw: folder.raw, out: folder.out, detect: createDetect([rough, sure])});
  expect(await folder.rows("select track from lake.plays order by track")).toEqual([
    {track: "sure"},
    {track: "two"}
  ]);
});
