import {createPause} from "../../lib/pause.ts";
import type {Fact} from "./fact.ts";
import {findAmounts} from "./find-amounts.ts";
import {createDateFinder} from "./find-dates.ts";
import {createNameFinder} from "./find-names.ts";

/** Beyond this a text is read no further. */
const MAX_LENGTH = 20_000;

export interface FactInput {
  readonly texts: readonly string[];
  /** When each text was written, in milliseconds: the year of a day that says none. */
  readonly times: readonly number[];
}

export interface FactWork {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The names, places, days and amounts in each text. The dictionaries are loaded when they are first needed. */
export async function findFacts(
  {texts, times}: FactInput,
  {signal, onProgress}: FactWork = {}
): Promise<Fact[][]> {
  const pause = createPause(signal);
  const findNames = await createNameFinder();
  const findDates = await createDateFinder();
  const facts: Fact[][] = [];
  for (const [row, whole] of texts.entries()) {
    const near = new Date(times[row]!);
    const found: Fact[] = [];
    for (const {0: line, index} of whole.slice(0, MAX_LENGTH).matchAll(/[^\n]+/g)) {
      // what stands in a link is the name of another note
      const text = line.replace(/\[\[.*?\]\]/g, (link) => " ".repeat(link.length));
      const taken = [...findDates(text, near), ...findAmounts(text)];
      const names = findNames(text).filter(
        ({start, end}) => !taken.some((other) => other.start < end && start < other.end)
      );
      for (const fact of [...names, ...taken].sort((one, other) => one.start - other.start))
        found.push({...fact, start: fact.start + index, end: fact.end + index});
    }
    facts.push(found);
    onProgress?.(row + 1, texts.length);
    await pause();
  }
  return facts;
}
