import {join} from "node:path";
import {expect, test} from "vitest";
import {RawFolder} from "../lake/raw-folder.ts";
import {makePeople} from "../match/link/people.ts";
import {runCli, spawnCli} from "./run-cli.ts";

const people = makePeople(120, 0.25);

function toCsv(from: number, to: number, delimiter: string): string {
  const {columns} = people.table;
  const header = ["id", ...columns.map(({name}) => name)];
  const rows = people.keys
    .map((key, i) => [key, ...columns.map(({values}) => values[i]!)])
    .slice(from, to);
  return [header, ...rows].map((row) => row.join(delimiter)).join("\n");
}

interface Findings {
  pairs: {
    a: string;
    b: string;
    score: number;
    match: boolean;
    evidence: Record<string, {bits: number}>;
  }[];
  clusters: string[][];
}

test("dedupe FILE --key --json prints pairs with evidence that adds up, and clusters, the same each time", async () => {
  const folder = new RawFolder({"people.csv": toCsv(0, 150, ",")});
  const args = ["dedupe", join(folder.raw, "people.csv"), "--key", "id", "--json"];
  const [one, other] = await Promise.all([spawnCli(args), runCli(args)]);
  expect(one.code).toBe(0);
  expect(other.stdout).toBe(one.stdout);
  const {pairs, clusters} = JSON.parse(one.stdout) as Findings;
  const right = clusters.filter(([a, b]) => b === `${a}-again`);
  expect(right.length).toBeGreaterThan(25);
  expect(Object.keys(pairs[0]!)).toEqual(["a", "b", "score", "match", "evidence"]);
  for (const {a, b, score, match, evidence} of pairs) {
    const bits = Object.values(evidence).reduce((sum, part) => sum + part.bits, 0);
    expect(1 / (1 + 2 ** -bits)).toBeCloseTo(score, 3);
    expect(match).toBe(clusters.some((cluster) => cluster.includes(a) && cluster.includes(b)));
  }
});

test("dedupe FILE FILE2 links two files, whatever parts their columns, and names records by their rows", async () => {
  const folder = new RawFolder({"a.csv": toCsv(0, 120, "%"), "b.txt": toCsv(120, 150, "|")});
  const {code, stdout} = await runCli([
    "dedupe",
    join(folder.raw, "a.csv"),
    join(folder.raw, "b.txt")
  ]);
  expect(code).toBe(0);
  const same = stdout.split("\n").filter((line) => /^same: (\d+), \1$/.test(line));
  expect(same.length).toBeGreaterThan(25);
});

test.each<[args: string[], code: number, said: RegExp]>([
  [[], 2, /^dedupe takes one file or two/],
  [["/nowhere.csv"], 1, /^dedupe: file not found: \/nowhere.csv\n$/],
  [
    ["FILE", "--key", "nr"],
    1,
    /^dedupe: key column not found: nr in .* \(there are: id, given_name/
  ],
  [["FILE", "--key", "state"], 1, /^dedupe: key not unique: state \w+ in /]
])("dedupe %j exits with %i and says what to do", async (args, code, said) => {
  const folder = new RawFolder({"p.csv": toCsv(0, 40, ",")});
  const file = join(folder.raw, "p.csv");
  const run = await runCli(["dedupe", ...args.map((one) => (one === "FILE" ? file : one))]);
  expect([run.code, run.stdout]).toEqual([code, ""]);
  expect(run.stderr).toMatch(said);
});
