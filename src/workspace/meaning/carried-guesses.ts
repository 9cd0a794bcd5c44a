import type {TextGuess} from "./guess-columns.ts";
import {toCarriedSql} from "./meaning-tables.ts";
import type {TableQuery} from "./table-source.ts";

/** What the lake's build guessed of a table (`writeGuesses`), and of which state of it. */
export interface CarriedGuess extends TextGuess {
  readonly state: string;
}

/** The guesses that a lake carries, by table; none where it is older than they are. */
export async function readCarriedGuesses(query: TableQuery): Promise<Map<string, CarriedGuess>> {
  const there = await query(toCarriedSql("lake", "guesses"));
  if (Number(there.value(0, 0)) === 0) return new Map();
  const rows = await query('SELECT "table", state, columns, is_worth FROM lake.meaning.guesses');
  return new Map(
    Array.from({length: rows.numRows}, (_, row) => [
      rows.value(row, 0) as string,
      {
        state: rows.value(row, 1) as string,
        columns: [...(rows.value(row, 2) as readonly string[])],
        isWorth: rows.value(row, 3) as boolean
      }
    ])
  );
}
