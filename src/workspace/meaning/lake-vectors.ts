import {readFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {openNodeEmbedder} from "../../embed/node-embedder.ts";
import type {Engine} from "../../lake/engine.ts";
import type {LakeAddition} from "../../lake/compile-options.ts";
import {InputError, toMessage} from "../../lib/errors.ts";
import {quantise} from "../../lib/quantised.ts";
import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import {toTextKey} from "../../lib/text-key.ts";
import {guessTextColumns} from "./guess-columns.ts";
import {toTextSql} from "./read-rows.ts";
import {toSamples, toSampleSql, toSpreadSql} from "./sample-columns.ts";

/** Counts up when the same tables would get other vectors. */
const VERSION = 1;
/** Texts that are embedded and written at once. */
const TEXTS_PER_WRITE = 4096;

interface VectorPlan {
  /** The folder of the model, below `models` beside the file. */
  readonly model: string;
  readonly tables: readonly string[];
}

/**
 * Vectors of the texts of some tables, for the lake to carry: a page then needs no model to show what is alike. The file
 * says which, as `{"model": "builtin", "tables": ["notes"]}`; its columns are guessed as on a page, and models lie in the
 * folder `models` beside it. Undefined where there is no such file; throws `InputError` where it cannot be read. Texts
 * that the former lake had keep their vectors.
 */
export async function openLakeVectors(file: string): Promise<LakeAddition | undefined> {
  const plan = await readPlan(file);
  if (!plan) return undefined;
  const {model, tables} = plan;
  const state = JSON.stringify([VERSION, model, tables]);
  return {
    async isCurrent(engine) {
      if (!(await hasTable(engine, "old", "info"))) return tables.length === 0;
      const [info] = await engine.rows("FROM old.meaning.info");
      return info?.state === state;
    },

    async write(engine, signal) {
      await engine.run(
        `CREATE SCHEMA new.meaning; CREATE TABLE new.meaning.info AS SELECT ${quoteText(state)} AS state; CREATE TABLE new.meaning.vectors (model VARCHAR, hash VARCHAR, scale FLOAT, codes BLOB)`
      );
      const texts = new Map<string, string>();
      for (const table of tables)
        for (const text of await readTexts(engine, table)) texts.set(toTextKey(text), text);
      texts.delete("");
      for (const hash of await keepFormer(engine, model, texts)) texts.delete(hash);
      if (texts.size > 0)
        await embedTexts(engine, join(dirname(file), "models", model), texts, signal);
    }
  };
}

async function readPlan(file: string): Promise<VectorPlan | undefined> {
  let plan: unknown;
  try {
    plan = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new InputError(`plan of vectors cannot be read: ${file} (${toMessage(error)})`);
  }
  const {model, tables} = (plan ?? {}) as {model?: unknown; tables?: unknown};
  if (
    typeof model !== "string" ||
    basename(model) !== model ||
    !Array.isArray(tables) ||
    !tables.every((table) => typeof table === "string")
  )
    throw new InputError(
      `plan of vectors is none: ${file} (it should be like {"model": "builtin", "tables": ["notes"]})`
    );
  return {model, tables};
}

async function hasTable(engine: Engine, lake: string, name: string): Promise<boolean> {
  const found = await engine.rows(
    `SELECT 1 AS n FROM duckdb_tables() WHERE database_name = ${quoteText(lake)} AND schema_name = 'meaning' AND table_name = ${quoteText(name)}`
  );
  return found.length > 0;
}

/** The texts of a table's rows, as a page reads them; none where there is no such table. */
async function readTexts(engine: Engine, table: string): Promise<string[]> {
  const columns = await engine.rows(
    `SELECT name FROM new.main.columns WHERE "table" = ${quoteText(table)} AND type = 'VARCHAR' ORDER BY position`
  );
  if (columns.length === 0) return [];
  const relation = `new.main.${quoteIdentifier(table)}`;
  const [counted] = await engine.rows(`SELECT count(*) AS n FROM ${relation}`);
  const names = columns.map(({name}) => name as string);
  const rows = toSpreadSql(relation, Number(counted!.n));
  const sample = await engine.rows(toSampleSql(rows, names));
  const guess = guessTextColumns(toSamples(names, (name) => sample.map((row) => row[name])));
  const texts = await engine.rows(
    `SELECT DISTINCT ${toTextSql(guess.columns)} AS text FROM ${relation}`
  );
  return texts.map(({text}) => text as string).sort();
}

/** Takes over the vectors that the former lake had of texts; gives their hashes. */
async function keepFormer(
  engine: Engine,
  model: string,
  texts: ReadonlyMap<string, string>
): Promise<string[]> {
  if (!(await hasTable(engine, "old", "vectors"))) return [];
  await engine.append({catalog: "new", schema: "meaning", name: "wanted"}, [
    {name: "hash", type: "VARCHAR", values: [...texts.keys()]}
  ]);
  await engine.run(
    `INSERT INTO new.meaning.vectors SELECT model, hash, scale, codes FROM old.meaning.vectors SEMI JOIN new.meaning.wanted USING (hash) WHERE model = ${quoteText(model)}; DROP TABLE new.meaning.wanted`
  );
  return (await engine.rows("SELECT hash FROM new.meaning.vectors")).map(
    ({hash}) => hash as string
  );
}

async function embedTexts(
  engine: Engine,
  folder: string,
  texts: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined
): Promise<void> {
  const embedder = await openNodeEmbedder(folder);
  try {
    const all = [...texts];
    for (let start = 0; start < all.length; start += TEXTS_PER_WRITE) {
      const part = all.slice(start, start + TEXTS_PER_WRITE);
      const vectors = await embedder.embed(
        part.map(([, text]) => text),
        {signal}
      );
      const {dimensions, scales, codes} = quantise(vectors, embedder.dimensions);
      await engine.append({catalog: "new", schema: "meaning", name: "vectors"}, [
        {name: "model", type: "VARCHAR", values: part.map(() => embedder.model)},
        {name: "hash", type: "VARCHAR", values: part.map(([hash]) => hash)},
        {name: "scale", type: {sql: "FLOAT", from: "DOUBLE"}, values: [...scales]},
        {
          name: "codes",
          type: "BLOB",
          values: part.map((_, row) =>
            new Uint8Array(codes.buffer, row * dimensions, dimensions).slice()
          )
        }
      ]);
    }
  } finally {
    await embedder.close();
  }
}
