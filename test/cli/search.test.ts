import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {runCli, spawnCli} from "./run-cli.ts";

const CORPUS = [
  {id: "a", text: "The boundary layer of a wing grows in supersonic flow."},
  {id: 2, title: "Soup", text: "Boil onions and carrots slowly."},
  {id: "c", text: "Heat passes through layers of a wall."},
  {id: "empty", text: ""}
];

/** Files with lines of JSON, or text as it is; gives their paths. */
async function files(contents: Readonly<Record<string, string | readonly object[]>>) {
  const folder = await mkdtemp(join(tmpdir(), "search-"));
  onTestFinished(() => rm(folder, {recursive: true}));
  const paths: Record<string, string> = {};
  for (const [name, content] of Object.entries(contents)) {
    paths[name] = join(folder, name);
    const lines = content as readonly object[];
    const text =
      typeof content === "string" ? content : lines.map((l) => JSON.stringify(l)).join("\n");
    await writeFile(paths[name], text);
  }
  return paths;
}

test.for(["lexical", "semantic", "hybrid"])(
  "search --mode %s ranks texts for queries, the same each time",
  async (mode) => {
    const {corpus, queries} = await files({
      corpus: CORPUS,
      queries: [
        {id: 7, text: "cooking onion soup"},
        {id: "none", text: ""}
      ]
    });
    const args = [
      "search",
      "--corpus",
      corpus!,
      "--queries",
      queries!,
      "--mode",
      mode,
      "--top",
      "1"
    ];
    const {code, stdout} = await runCli(args);
    expect(code).toBe(0);
    const [line, ...more] = stdout
      .trim()
      .split("\n")
      .map((text) => JSON.parse(text) as object);
    expect(line).toMatchObject({
      query: 7,
      id: 2,
      rank: 1,
      why: mode === "semantic" ? {words: []} : {words: ["onions", "soup"]}
    });
    expect(more).toEqual([]);
    if (mode === "hybrid") expect((await spawnCli(args)).stdout).toBe(stdout);
  }
);

test("search says which line of which file is wrong, and what is missing of the command", async () => {
  const {corpus, broken, twice} = await files({
    corpus: CORPUS,
    broken: '{"id":"q","text":"wing"}\n\n{"id":"r"}\n',
    twice: [CORPUS[0]!, CORPUS[0]!]
  });
  const run = (corpusFile: string, queryFile: string) =>
    runCli(["search", "--mode", "lexical", "--corpus", corpusFile, "--queries", queryFile]);
  const [bad, same, gone, usage] = await Promise.all([
    run(corpus!, broken!),
    run(twice!, broken!),
    run("/nowhere.jsonl", broken!),
    runCli(["search", "--corpus", corpus!])
  ]);
  expect([bad.code, bad.stderr]).toEqual([
    1,
    expect.stringContaining(`text missing: ${broken}, line 3`)
  ]);
  expect([same.code, same.stderr]).toEqual([
    1,
    expect.stringContaining(`id not unique: a (${twice}, line 2)`)
  ]);
  expect([gone.code, gone.stderr]).toEqual([
    1,
    expect.stringContaining("file not found: /nowhere.jsonl")
  ]);
  expect([usage.code, usage.stderr]).toEqual([
    2,
    expect.stringContaining("option missing: --queries FILE")
  ]);
});
