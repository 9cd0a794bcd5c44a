import {CLUBS} from "./clubs.ts";
import {DAILY} from "./daily.ts";
import {EVENTS} from "./events.ts";
import {FAMILY} from "./family.ts";
import {FRIENDS} from "./friends.ts";
import {HOME} from "./home.ts";
import {parseScripts, type Script, type Turn} from "./script.ts";
import {WORK} from "./work.ts";

/** A conversation that can happen any time, or in certain months only. */
export interface Everyday {
  theme: string;
  weight: number;
  months: readonly number[];
  /** Whether it comes back with a person only after months. */
  isRare: boolean;
  turns: readonly Turn[];
}

/** A conversation that happened once. */
export interface Occasion {
  /** An ISO date and a local time, such as 23:12. */
  date: string;
  time: string;
  contact: string;
  turns: readonly Turn[];
}

const EVERYDAY = /^(\w+)(?: \*(\d+))?(?: @(\d+)-(\d+))?( !)?$/;
const OCCASION = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d) (.+)$/;
const ALL_MONTHS = Array.from({length: 12}, (_, i) => i + 1);

export const EVERYDAYS: readonly Everyday[] = [HOME, DAILY, FAMILY, FRIENDS, WORK, CLUBS]
  .flatMap(parseScripts)
  .map(toEveryday);

export const OCCASIONS: readonly Occasion[] = parseScripts(EVENTS).map(toOccasion);

function toEveryday({header, turns}: Script): Everyday {
  const match = EVERYDAY.exec(header);
  if (!match) throw new SyntaxError(`header that names no theme: ${header}`);
  const [, theme, weight, first, last, rare] = match;
  return {
    theme: theme!,
    weight: Number(weight ?? 1),
    months: first ? listMonths(Number(first), Number(last)) : ALL_MONTHS,
    isRare: rare !== undefined,
    turns
  };
}

function toOccasion({header, turns}: Script): Occasion {
  const match = OCCASION.exec(header);
  if (!match) throw new SyntaxError(`header that names no date, time and contact: ${header}`);
  const [, date, time, contact] = match;
  return {date: date!, time: time!, contact: contact!, turns};
}

/** The months from first to last, over the new year where last is the smaller one. */
function listMonths(first: number, last: number): number[] {
  const count = ((last - first + 12) % 12) + 1;
  return Array.from({length: count}, (_, i) => ((first - 1 + i) % 12) + 1);
}
