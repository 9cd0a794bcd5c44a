import {readCatalogue} from "../../lake/catalogue-reader.ts";
import type {Engine} from "../../lake/engine.ts";
import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import type {TextGuess} from "./guess-columns.ts";
import {guessTextColumns} from "./guess-columns.ts";
import {toLakeState} from "./lake-state.ts";
import {toSampleSql, toSamples, toSpreadSql} from "./sample-columns.ts";

/**
 * Guesses which columns of each table are text, and writes that into the lake that is attached as `new`: a page would
 * have to fetch a part of every table to find it. Gives the guesses by table; tables without text are not among them.
 */
export async function writeGuesses(engine: Engine): Promise<Map<string, TextGuess>> {
  await engine.run(
    `CREATE TABLE new.meaning.guesses ("table" VARCHAR, state VARCHAR, columns VARCHAR[], is_worth BOOLEAN)`
  );
  const {tables, columns, parts} = await readCatalogue(engine, "new");
  const guesses = new Map<string, TextGuess>();
  for (const {name, rows} of tables) {
    const mine = columns.filter(({table}) => table === name);
    const texts = mine.filter(({type}) => type === "VARCHAR").map((column) => column.name);
    if (texts.length === 0) continue;
    const relation = `new.main.${quoteIdentifier(name)}`;
    const sample = await engine.rows(toSampleSql(toSpreadSql(relation, rows), texts));
    const guess = guessTextColumns(toSamples(texts, (text) => sample.map((row) => row[text])));
    const state = toLakeState(
      mine,
      parts.filter(({table}) => table === name)
    );
    await engine.run(
      `INSERT INTO new.meaning.guesses VALUES (${quoteText(name)}, ${quoteText(state)}, [${guess.columns.map(quoteText).join(", ")}]::VARCHAR[], ${guess.isWorth})`
    );
    guesses.set(name, guess);
  }
  return guesses;
}
