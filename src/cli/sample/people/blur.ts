import type {Random} from "../../../lib/random.ts";
import {NICKNAMES} from "../words/names.ts";
import {TOWNS} from "../words/towns.ts";
import {createEmail, createPostcode, createStreet, type Person} from "./register.ts";

type Change = (random: Random, person: Person) => Person;

/** What goes wrong when a person is entered a second time, and how often against the rest. */
const CHANGES: readonly {change: Change; weight: number}[] = [
  {change: misspell("given_name"), weight: 3},
  {change: misspell("family_name"), weight: 4},
  {change: misspell("street"), weight: 2},
  {change: misspellEmail, weight: 1},
  {change: useNickname, weight: 4},
  {change: swapNames, weight: 1.5},
  {change: move, weight: 2},
  {change: abbreviateStreet, weight: 3},
  {change: shiftBirthDate, weight: 2},
  {change: leaveOut, weight: 4},
  {change: writePhoneAnotherWay, weight: 4},
  {change: changeEmail, weight: 1.5},
  {change: shout, weight: 1}
];

const MOST_CHANGES = 3;

/** The same person, entered again: one to three changes. */
export function blur(random: Random, person: Person): Person {
  const changes = new Set<Change>();
  const count = random.integer(1, MOST_CHANGES);
  while (changes.size < count) changes.add(random.weigh(CHANGES, ({weight}) => weight).change);
  return [...changes].reduce((blurred, change) => change(random, blurred), person);
}

function misspell(field: "given_name" | "family_name" | "street"): Change {
  return (random, person) => ({
    ...person,
    [field]: person[field] && mistype(random, person[field])
  });
}

/** Only before the @: a slip in the domain could name somebody else's. */
function misspellEmail(random: Random, person: Person): Person {
  if (person.email === null) return person;
  const [name, domain] = person.email.split("@");
  return {...person, email: `${mistype(random, name!)}@${domain}`};
}

/** One slip: two letters swapped, one lost, doubled, or hit beside. */
function mistype(random: Random, text: string): string {
  const at = random.integer(1, Math.max(1, text.length - 2));
  const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  return random.pick([
    before + after.charAt(0) + letter + after.slice(1),
    before + after,
    before + letter + letter + after,
    before + beside(random, letter) + after
  ]);
}

function beside(random: Random, letter: string): string {
  const row = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "0123456789"].find((keys) =>
    keys.includes(letter)
  );
  if (!row) return letter;
  const at = row.indexOf(letter);
  return row.charAt(at === 0 ? 1 : at === row.length - 1 ? at - 1 : at + random.pick([-1, 1]));
}

function useNickname(random: Random, person: Person): Person {
  const nickname = NICKNAMES[person.given_name];
  return nickname ? {...person, given_name: nickname} : misspell("given_name")(random, person);
}

function swapNames(_: Random, person: Person): Person {
  return {...person, given_name: person.family_name, family_name: person.given_name};
}

function move(random: Random, person: Person): Person {
  const town = random.pick(TOWNS);
  const place = {city: town.city, state: town.state, postcode: createPostcode(random, town)};
  return {...person, ...place, street: createStreet(random)};
}

function abbreviateStreet(_: Random, person: Person): Person {
  const street =
    person.street
      ?.replace("Street", "St.")
      .replace("Avenue", "Ave")
      .replace("Road", "Rd")
      .replace("Lane", "Ln")
      .replace("Drive", "Dr")
      .replace("Court", "Ct")
      .replace(", Apt ", " #") ?? null;
  return {...person, street};
}

/** The day and the month change places where that is a date, or the year is off by one. */
function shiftBirthDate(random: Random, person: Person): Person {
  if (person.birth_date === null) return person;
  const [year, month, day] = person.birth_date.split("-");
  const isSwap = Number(day) <= 12 && day !== month;
  const shifted = isSwap
    ? `${year}-${day}-${month}`
    : `${Number(year) + random.pick([-1, 1])}-${month}-${String(Math.min(28, Number(day))).padStart(2, "0")}`;
  return {...person, birth_date: shifted};
}

function leaveOut(random: Random, person: Person): Person {
  const field = random.pick(["birth_date", "street", "postcode", "phone", "email"] as const);
  return {...person, [field]: null};
}

function writePhoneAnotherWay(random: Random, person: Person): Person {
  if (person.phone === null) return person;
  const digits = person.phone.replace(/\D/g, "").slice(-10);
  const [area, exchange, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  const phone = random.pick([
    `(${area}) ${exchange}-${line}`,
    `${area}.${exchange}.${line}`,
    `+1${digits}`
  ]);
  return {...person, phone};
}

function changeEmail(random: Random, person: Person): Person {
  return {...person, email: createEmail(random, person.given_name, person.family_name)};
}

function shout(_: Random, person: Person): Person {
  return {
    ...person,
    given_name: person.given_name.toUpperCase(),
    family_name: person.family_name.toUpperCase()
  };
}
