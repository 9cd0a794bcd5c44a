import type {Random} from "../../../lib/random.ts";
import {isWeekend, listDays, monthOf, toDay, toEpoch, toIsoDate} from "../calendar.ts";
import {CONTACTS, findContact, type Contact} from "../cast.ts";
import {createCatalogue} from "../catalogue.ts";
import type {Words} from "../grammar.ts";
import {createShelf} from "../shelf.ts";
import {FREEZERS} from "../words/freezers.ts";
import {TRIPS} from "../words/trips.ts";
import {perform, type Message} from "./perform.ts";
import {EVERYDAYS, OCCASIONS, type Everyday, type Occasion} from "./repertoire.ts";
import {TALK_WORDS} from "./words.ts";

const YEAR = listDays("2025-01-01", "2025-12-31");
const DAYS_IN_WEEK = 7;
const WEEKEND_FACTOR = 1.25;
const WEEKDAY_FACTOR = 0.9;
const RARE_DAYS = 100;
const OCCASION_PACE = 0.4;
const HOLIDAYS = ["01-01", "07-04", "11-27", "12-24", "12-25", "12-26"];
/** Nobody speaks of these on a day off. */
const WORK_THEMES = new Set(["lab", "lunch", "computing", "boss", "school", "dentist"]);

/** All messages of the year in the order of time. */
export function createConversations(root: Random): Message[] {
  const random = root.fork("conversations");
  const words = createWords(root);
  const everyday = CONTACTS.flatMap((contact) => chat(random.fork(contact.name), contact, words));
  const once = OCCASIONS.flatMap((occasion) => recall(random.fork(occasion.date), occasion, words));
  return [...everyday, ...once].sort((a, b) => a.time - b.time);
}

/** The words of the scripts, with what other files of the lake know of. */
function createWords(root: Random): Words {
  const artists = createCatalogue(root).filter(
    ({genre}) => genre !== "kids" && genre !== "holiday"
  );
  return {
    ...TALK_WORDS,
    band: artists.map(({name}) => name),
    song: artists.map(({tracks}) => `"${tracks[0]!.title}"`),
    book: createShelf(root).map(({title}) => title),
    city: TRIPS.map(({city}) => city),
    country: TRIPS.map(({country}) => country),
    freezer: FREEZERS.map(({freezer}) => freezer)
  };
}

function chat(random: Random, contact: Contact, words: Words): Message[] {
  const choose = createChooser(random, contact);
  const [earliest, latest] = contact.hours;
  return YEAR.flatMap((day) => {
    const factor = isWeekend(day) ? WEEKEND_FACTOR : WEEKDAY_FACTOR;
    const count = Math.floor((contact.pace / DAYS_IN_WEEK) * factor + random.next());
    const scripts = Array.from({length: count}, () => choose(day)).filter((script) => !!script);
    return scripts.flatMap(({turns}) => {
      const start = toEpoch(day, 60 * random.between(earliest, latest + 1));
      return perform(random, {contact, turns, words, start});
    });
  });
}

/** What the two talk about on a day: nothing that they talked about of late, nothing out of season. */
function createChooser(random: Random, {themes}: Contact): (day: number) => Everyday | undefined {
  const repertoire = EVERYDAYS.filter(({theme}) => themes.includes(theme));
  const told = new Map<Everyday, number>();
  let recent: readonly Everyday[] = [];
  return (day) => {
    const fitting = repertoire.filter(
      (script) =>
        script.months.includes(monthOf(day)) &&
        !(isDayOff(day) && WORK_THEMES.has(script.theme)) &&
        !recent.includes(script) &&
        day - (told.get(script) ?? -Infinity) > RARE_DAYS
    );
    if (fitting.length === 0) return undefined;
    const script = random.weigh(fitting, ({weight}) => weight);
    recent = [script, ...recent].slice(0, Math.floor(repertoire.length / 2));
    if (script.isRare) told.set(script, day);
    return script;
  };
}

function isDayOff(day: number): boolean {
  return isWeekend(day) || HOLIDAYS.includes(toIsoDate(day).slice(5));
}

function recall(random: Random, {date, time, contact, turns}: Occasion, words: Words): Message[] {
  const [hour, minute] = time.split(":").map(Number);
  const start = toEpoch(toDay(date), 60 * hour! + minute!);
  return perform(random, {contact: findContact(contact), turns, words, start, pace: OCCASION_PACE});
}
