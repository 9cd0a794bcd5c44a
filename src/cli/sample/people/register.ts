import type {Random} from "../../../lib/random.ts";
import {toDay, toIsoDate} from "../calendar.ts";
import {CONTACTS, OWNER} from "../cast.ts";
import {FAMILY_NAMES, GIVEN_NAMES} from "../words/names.ts";
import {STREETS, STREET_KINDS, TOWNS, type Town} from "../words/towns.ts";

export type Person = {
  given_name: string;
  family_name: string;
  birth_date: string | null;
  street: string | null;
  city: string | null;
  state: string | null;
  postcode: string | null;
  phone: string | null;
  email: string | null;
};

/** What people who live together share. */
interface Household {
  family: string;
  street: string;
  town: Town;
  postcode: string;
  phone: string;
}

const ELDEST = toDay("1934-01-01");
const YOUNGEST = toDay("2006-12-31");
const IS_FAMILY = 0.16;
const OWN_NUMBER = 0.75;
const MISSING = 0.05;
const FICTIONAL_LINES = 100;

/** People who are all different: the contacts of the messages, then households of one to four. */
export function createRegister(random: Random, count: number): Person[] {
  const drawPhone = createPhoneBook(random);
  const people = createContacts(random);
  while (people.length < count) {
    const household = createHousehold(random, drawPhone);
    const size = random.chance(IS_FAMILY) ? random.integer(2, 4) : 1;
    for (let i = 0; i < size; ++i) {
      const phone =
        i === 0 || !random.chance(OWN_NUMBER) ? household.phone : drawPhone(household.town);
      people.push(createPerson(random, household, phone));
    }
  }
  return people.slice(0, count);
}

/** The contacts who have a first and a last name, under the numbers of their messages. */
function createContacts(random: Random): Person[] {
  const named = CONTACTS.filter(
    ({name}) => /^\p{L}+ \p{L}+$/u.test(name) && !name.startsWith("Coach")
  );
  const owner = {name: `${OWNER.given} ${OWNER.family}`, phone: OWNER.phone};
  return [owner, ...named].map(({name, phone}) => {
    const [given, family] = name.split(" ");
    const household = {...createHousehold(random, () => phone), family: family!};
    return {...createPerson(random, household, phone), given_name: given!, phone};
  });
}

function createHousehold(random: Random, drawPhone: (town: Town) => string): Household {
  const town = random.pick(TOWNS);
  return {
    family: random.pick(FAMILY_NAMES),
    street: createStreet(random),
    town,
    postcode: createPostcode(random, town),
    phone: drawPhone(town)
  };
}

function createPerson(random: Random, household: Household, phone: string): Person {
  const given = random.pick(GIVEN_NAMES);
  const {family, street, town, postcode} = household;
  return {
    given_name: given,
    family_name: family,
    birth_date: orMissing(random, toIsoDate(random.integer(ELDEST, YOUNGEST))),
    street,
    city: town.city,
    state: town.state,
    postcode,
    phone: orMissing(random, phone),
    email: orMissing(random, createEmail(random, given, family))
  };
}

export function createStreet(random: Random): string {
  const unit = random.chance(0.15) ? `, Apt ${random.integer(1, 30)}` : "";
  return `${random.integer(1, 2400)} ${random.pick(STREETS)} ${random.pick(STREET_KINDS)}${unit}`;
}

export function createPostcode(random: Random, {postcode}: Town): string {
  return `${postcode}${random.fill("##")}`;
}

export function createEmail(random: Random, given: string, family: string): string {
  const [first, last] = [given, family].map((name) => toAscii(name).toLowerCase());
  const name = random.pick([
    `${first}.${last}`,
    `${first!.charAt(0)}${last}`,
    `${first}${random.integer(1, 99)}`,
    `${last}.${first}`
  ]);
  return `${name}@example.${random.pick(["com", "org", "net"])}`;
}

function orMissing(random: Random, value: string): string | null {
  return random.chance(MISSING) ? null : value;
}

/** Deals the numbers that every area code keeps for fiction, 555-0100 to 555-0199, each once while they last. */
function createPhoneBook(random: Random): (town: Town) => string {
  const numbers = new Map(
    TOWNS.map((town) => [
      town,
      random.deck(
        town.areas.flatMap((area) =>
          Array.from({length: FICTIONAL_LINES}, (_, i) => `${area}-555-0${100 + i}`)
        )
      )
    ])
  );
  return (town) => numbers.get(town)!();
}

function toAscii(text: string): string {
  return text.normalize("NFKD").replace(/[^\w]/g, "");
}
