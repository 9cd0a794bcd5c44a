import {appendFile, cp, mkdtemp, rename, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {readModelId} from "../../../src/embed/models.ts";
import {openNativeLake} from "../../../src/lake/native-lake.ts";
import {toTextKey} from "../../../src/lib/text-key.ts";
import {compileLake} from "../../../src/workspace/compile.ts";
import {readVectorPlan} from "../../../src/workspace/meaning/lake-vectors.ts";

const NOTES = ["the freezer alarm rang at night", "call the dentist about the crown", ""];

async function openFolder() {
  const folder = await mkdtemp(join(tmpdir(), "lakebook-vectors-"));
  onTestFinished(() => rm(folder, {recursive: true}));
  await cp("data/models/builtin", join(folder, "models", "builtin"), {recursive: true});
  const vectors = join(folder, "vectors.json");
  const out = join(folder, "lake.duckdb");
  const raw = join(folder, "raw");
  await cp("data/raw/sample/garden", raw, {recursive: true});
  const writeNotes = (texts: readonly string[]): Promise<void> =>
    writeFile(
      join(raw, "log.csv"),
      ["day,text", ...texts.map((text, i) => `2026-01-0${i + 1},${text}`)].join("\n")
    );
  return {
    folder,
    vectors,
    writeNotes,
    plan: (tables: readonly string[]) =>
      writeFile(vectors, JSON.stringify({model: "builtin", tables})),
    compile: () => compileLake({raw, out, vectors}),
    read: async (sql = "FROM lake.meaning.vectors ORDER BY hash") => {
      const lake = await openNativeLake({file: out});
      const rows = await lake.query(sql);
      await lake.close();
      return rows.toArray();
    }
  };
}

test("compileLake({vectors}) embeds the texts of the tables that the file names, each once, and none twice", async () => {
  const {folder, plan, writeNotes, compile, read} = await openFolder();
  await plan(["log", "not there"]);
  await writeNotes([...NOTES, NOTES[0]!]);
  expect((await compile()).wasWritten).toBe(true);
  const first = await read();
  expect(first.map(({hash}) => hash)).toEqual(NOTES.slice(0, 2).map(toTextKey).sort());
  const id = await readModelId(join(folder, "models", "builtin"));
  for (const {model, scale, codes} of first) {
    expect([model, (codes as Uint8Array).length]).toEqual([id, 512]);
    expect(scale).toBeGreaterThan(0);
  }
  expect((await compile()).wasWritten).toBe(false);

  // without its model nothing could be embedded
  const model = join(folder, "models", "builtin");
  await rename(model, `${model} away`);
  await writeNotes([NOTES[1]!, NOTES[0]!]);
  expect((await compile()).wasWritten).toBe(true);
  expect(await read()).toEqual(first);
  await writeNotes([...NOTES, "the plumber comes on friday"]);
  await expect(compile()).rejects.toThrow("embedding model not found");
  await rename(`${model} away`, model);
  await compile();
  expect(await read()).toHaveLength(3);

  // the same vectors, but who knows: the settings of the tokenizer are others
  await appendFile(join(model, "tokenizer_config.json"), "\n");
  expect((await compile()).wasWritten).toBe(true);
  const models = (await read()).map((row) => row.model);
  expect(models).toEqual(Array.from({length: 3}, () => models[0]));
  expect(models[0]).toBe(await readModelId(model));
  expect(models[0]).not.toBe(id);
  await plan([]);
  expect((await compile()).wasWritten).toBe(true);
  expect(await read()).toEqual([]);
});

test("compileLake() writes of every table which columns are text, also where no vectors are wanted, and nothing twice", async () => {
  const {writeNotes, compile, read} = await openFolder();
  const guesses = (): Promise<unknown[]> =>
    read(
      'SELECT "table", state, columns, is_worth FROM lake.meaning.guesses WHERE "table" = \'log\''
    );
  await writeNotes(NOTES);
  await compile();
  const [first] = await guesses();
  expect(first).toMatchObject({table: "log", columns: ["text"], is_worth: true});
  expect((await compile()).wasWritten).toBe(false);
  await writeNotes(["a", "b", "a", "b"]);
  await compile();
  const [second] = await guesses();
  expect(second).toMatchObject({columns: [], is_worth: false});
  expect(second).not.toMatchObject({state: (first as {state: string}).state});
});

test("readVectorPlan(file) of a file that is none says how it should be; where there is no file there are no vectors", async () => {
  const {vectors} = await openFolder();
  expect(await readVectorPlan(vectors)).toBeUndefined();
  await writeFile(vectors, '{"tables": "notes"}');
  await expect(readVectorPlan(vectors)).rejects.toThrow("plan of vectors is none");
  await writeFile(vectors, '{"model": "../x", "tables": []}');
  await expect(readVectorPlan(vectors)).rejects.toThrow("plan of vectors is none");
  await writeFile(vectors, "{");
  await expect(readVectorPlan(vectors)).rejects.toThrow("plan of vectors cannot be read");
});
