import {Random} from "../../../src/lib/random.ts";
import type {MadeRow, MadeSet} from "./made-set.ts";
import {makeWords, misspell, toMadeTable} from "./made-set.ts";

const CUISINES: readonly (readonly [one: string, other: string])[] = [
  ["american", "american (new)"],
  ["italian", "trattoria"],
  ["french", "bistro"],
  ["chinese", "asian"],
  ["steakhouses", "steak houses"],
  ["seafood", "fish"],
  ["delis", "delicatessen"],
  ["californian", "californian"]
];
const CITIES: readonly (readonly [city: string, other: string, area: string])[] = [
  ["los angeles", "la", "213"],
  ["new york", "new york city", "212"],
  ["san francisco", "san francisco", "415"],
  ["atlanta", "atlanta", "404"],
  ["las vegas", "las vegas", "702"]
];
const SIGNS = ["cafe", "grill", "restaurant", "house", "bar", "kitchen"];
const STREETS: readonly (readonly [street: string, short: string])[] = [
  ["street", "st."],
  ["avenue", "ave."],
  ["boulevard", "blvd."],
  ["drive", "dr."]
];
const SYLLABLES = "ar ca lu pi no mar chez tan bo fe ri go ver di sal la".split(" ");

/**
 * Restaurants of two guides in one list, much as in the set Fodor-Zagat (S. Tejada, C. Knoblock, S. Minton, "Learning Object
 * Identification Rules for Information Integration", 2001), with branches of a chain that are not one.
 */
export function makeRestaurants(count: number, again: number): MadeSet {
  const random = new Random("restaurants");
  const names = makeWords(random, Math.ceil(count / 2), SYLLABLES);
  const streets = makeWords(random, 80, SYLLABLES);
  const rows: MadeRow[] = [];
  for (let thing = 0; thing < count; ++thing) {
    const place = {
      name: `${random.pick(names)} ${random.pick(SIGNS)}`,
      number: random.integer(1, 9000),
      street: random.pick(streets),
      way: random.pick(STREETS),
      city: random.pick(CITIES),
      phone: `${random.integer(200, 999)}-${random.integer(1000, 9999)}`,
      cuisine: random.pick(CUISINES)
    };
    const {way} = place;
    const area = place.city[2];
    rows.push({
      thing,
      values: {
        name: place.name,
        address: `${place.number} ${place.street} ${way[1]}`,
        city: place.city[0],
        phone: `${area}/${place.phone}`,
        cuisine: place.cuisine[0]
      }
    });
    if (!random.chance(again)) continue;
    const name = random.chance(0.3) ? place.name.split(" ")[0]! : place.name;
    rows.push({
      thing,
      values: {
        name: random.chance(0.2) ? misspell(random, name) : name,
        address: `${place.number} ${place.street} ${way[random.chance(0.5) ? 0 : 1]}${random.chance(0.2) ? " at the corner" : ""}`,
        city: place.city[random.chance(0.4) ? 1 : 0],
        phone: random.chance(0.1)
          ? ""
          : `${area}-${random.chance(0.1) ? place.phone.replace(/\d$/, "0") : place.phone}`,
        cuisine: place.cuisine[random.chance(0.5) ? 1 : 0]
      }
    });
  }
  return {name: "restaurants, made", first: toMadeTable(rows)};
}
