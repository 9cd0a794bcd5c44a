import type {Random} from "../../../lib/random.ts";
import {toUnique} from "../../../lib/slug.ts";
import {listDays, MONTH_NAMES, monthOf, toDay, toIsoDate, yearOf} from "../calendar.ts";
import {Speaker, toSentenceCase} from "../grammar.ts";
import type {Book} from "../shelf.ts";
import {TRIPS} from "../words/trips.ts";
import type {Note} from "./markdown.ts";
import {READING} from "./reading.ts";
import type {Topic} from "./topic.ts";
import {TRIP_NOTES} from "./trips.ts";

const DAYS = listDays("2023-01-02", "2025-12-28");
/** What some file system does not take in a name. */
const NOT_IN_FILE_NAMES = /[<>"/\\|?*]/g;

/** What a note is about before it is written: its day, and words that are given. */
interface Occasion {
  day: number;
  given: Readonly<Record<string, string>>;
}

/** The notes of a topic with their titles, which are added to those taken, and a voice for each. */
export function draftNotes(
  random: Random,
  topic: Topic,
  shelf: readonly Book[],
  taken: Set<string>
): Note[] {
  const words = {...topic.words, book: shelf.map(({title}) => title)};
  const deal = createDealer(random, topic.sentences);
  return plan(random, topic, shelf).map(({day, given}) => {
    const date = toIsoDate(day);
    const voice = new Speaker(random.fork(`${taken.size}`), words, given);
    const title = nameNote(voice, topic, date, random.deck(topic.titles), taken);
    taken.add(title);
    return {topic, title, date, voice, deal};
  });
}

function plan(random: Random, topic: Topic, shelf: readonly Book[]): Occasion[] {
  if (topic === READING) {
    const read = shelf.filter(({finished}) => finished !== null);
    return random
      .shuffle(read)
      .slice(0, topic.count)
      .map(({title, author, finished}) => ({day: finished! + 1, given: {book: title, author}}));
  }
  const dealTrip = random.deck(TRIPS);
  const days = topic.isOn ? DAYS.filter(topic.isOn) : DAYS;
  return Array.from({length: topic.count}, (): Occasion => {
    if (topic === TRIP_NOTES) {
      const {city, start} = dealTrip();
      return {day: toDay(start) - random.integer(-5, 40), given: {city}};
    }
    const day = random.pick(days);
    return {day, given: {month: MONTH_NAMES[monthOf(day) - 1]!, year: String(yearOf(day))}};
  });
}

/** Deals in the order of a deck, but never the same sentence twice at once. */
function createDealer(random: Random, sentences: readonly string[]) {
  const next = random.deck(sentences);
  return (count: number): readonly string[] => {
    const hand = new Set<string>();
    while (hand.size < count) hand.add(next());
    return [...hand];
  };
}

/** A title that no other note has, fit to be the name of a file. */
function nameNote(
  voice: Speaker,
  {titles, isDated}: Topic,
  date: string,
  deal: () => string,
  taken: ReadonlySet<string>
): string {
  const names = titles.map(() => {
    const said = toSentenceCase(voice.say(deal()));
    const name = said.replaceAll(":", " -").replace(NOT_IN_FILE_NAMES, "");
    return isDated ? `${date} ${name}` : name;
  });
  const free = names.find((name) => !taken.has(name));
  return free ?? toUnique(names[0]!, (name) => taken.has(name), " ");
}
