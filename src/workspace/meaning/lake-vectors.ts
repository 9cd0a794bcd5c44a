import {readFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {readModelId} from "../../embed/models.ts";
import {openNodeEmbedder} from "../../embed/node-embedder.ts";
import type {Engine} from "../../lake/engine.ts";
import {InputError, toMessage} from "../../lib/errors.ts";
import {quantise} from "../../lib/quantised.ts";
import {quoteIdentifier} from "../../lib/sql.ts";
import {toTextKey} from "../../lib/text-key.ts";
import type {TextGuess} from "./guess-columns.ts";
import {toCarriedSql, toOfModelSql} from "./meaning-tables.ts";
import {toTextSql} from "./read-rows.ts";

/** Texts that are embedded and written at once. */
const TEXTS_PER_WRITE = 4096;

/** Which tables of a lake get their vectors when it is compiled. */
export interface VectorPlan {
  /** The model's folder, and by what its vectors are known again (`toModelId`). */
  readonly folder: string;
  readonly model: string;
  readonly tables: readonly string[];
}

/**
 * What a file says of vectors for the lake to carry: a page then needs no model to show what is alike. It says which
 * tables, as `{"model": "builtin", "tables": ["notes"]}`; models lie in the folder `models` beside it. Undefined where
 * there is no such file; throws `InputError` where it cannot be read.
 */
export async function readVectorPlan(file: string): Promise<VectorPlan | undefined> {
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
  const folder = join(dirname(file), "models", model);
  return {folder, model: await readModelId(folder), tables};
}

/** Writes vectors of the texts of the plan's tables into the lake `new`; texts that the former lake had keep theirs. */
export async function writeVectors(
  engine: Engine,
  {model, folder, tables}: VectorPlan,
  guesses: ReadonlyMap<string, TextGuess>,
  signal: AbortSignal | undefined
): Promise<void> {
  await engine.run(
    "CREATE TABLE new.meaning.vectors (model VARCHAR, hash VARCHAR, scale FLOAT, codes BLOB)"
  );
  const texts = new Map<string, string>();
  for (const table of tables)
    for (const text of await readTexts(engine, table, guesses.get(table)))
      texts.set(toTextKey(text), text);
  texts.delete("");
  for (const hash of await keepFormer(engine, model, texts)) texts.delete(hash);
  if (texts.size > 0) await embedTexts(engine, {model, folder}, texts, signal);
}

/** The texts of a table's rows, as a page reads them; none where there is no such table. */
async function readTexts(
  engine: Engine,
  table: string,
  guess: TextGuess | undefined
): Promise<string[]> {
  if (!guess) return [];
  const texts = await engine.rows(
    `SELECT DISTINCT ${toTextSql(guess.columns)} AS text FROM new.main.${quoteIdentifier(table)}`
  );
  return texts.map(({text}) => text as string).sort();
}

/** Takes over the vectors that the former lake had of texts; gives their hashes. */
async function keepFormer(
  engine: Engine,
  model: string,
  texts: ReadonlyMap<string, string>
): Promise<string[]> {
  const [there] = await engine.rows(toCarriedSql("old", "vectors"));
  if (there?.n === 0) return [];
  await engine.append({catalog: "new", schema: "meaning", name: "wanted"}, [
    {name: "hash", type: "VARCHAR", values: [...texts.keys()]}
  ]);
  await engine.run(
    `INSERT INTO new.meaning.vectors SELECT model, hash, scale, codes FROM old.meaning.vectors SEMI JOIN new.meaning.wanted USING (hash) WHERE ${toOfModelSql(model)}; DROP TABLE new.meaning.wanted`
  );
  return (await engine.rows("SELECT hash FROM new.meaning.vectors")).map(
    ({hash}) => hash as string
  );
}

async function embedTexts(
  engine: Engine,
  {model, folder}: Pick<VectorPlan, "model" | "folder">,
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
        {name: "model", type: "VARCHAR", values: part.map(() => model)},
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
