import type {LakeAddition} from "../../lake/compile-options.ts";
import {quoteText} from "../../lib/sql.ts";
import {GUESS_VERSION} from "./guess-columns.ts";
import {writeGuesses} from "./lake-guesses.ts";
import {toCarriedSql} from "./meaning-tables.ts";
import {readVectorPlan, writeVectors} from "./lake-vectors.ts";

/** Counts up when the same texts would get other vectors, or what is written has another form. */
const VERSION = 2;

/**
 * What a lake carries of the meaning of its texts, in its schema `meaning`: which columns of its tables are text, and
 * vectors where the file `vectors` says so (`readVectorPlan`), so that a page shows both without reading the tables.
 */
export async function openLakeMeaning(vectors: string | undefined): Promise<LakeAddition> {
  const plan = vectors === undefined ? undefined : await readVectorPlan(vectors);
  const state = JSON.stringify([VERSION, GUESS_VERSION, plan?.model, plan?.tables]);
  return {
    async isCurrent(engine) {
      const [there] = await engine.rows(toCarriedSql("old", "info"));
      if (there?.n === 0) return false;
      const [info] = await engine.rows("FROM old.meaning.info");
      return info?.state === state;
    },

    async write(engine, signal) {
      await engine.run(
        `CREATE SCHEMA new.meaning; CREATE TABLE new.meaning.info AS SELECT ${quoteText(state)} AS state`
      );
      const guesses = await writeGuesses(engine);
      if (plan) await writeVectors(engine, plan, guesses, signal);
    }
  };
}
