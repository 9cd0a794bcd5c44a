import type {Random} from "../../lib/random.ts";
import {toDay} from "./calendar.ts";
import {BRANDS, COLOURS, HOUSEHOLD, REMARKS} from "./words/household.ts";
import {listOf} from "./words/list.ts";

export interface Possession {
  item: string;
  category: string;
  room: string;
  place: string;
  quantity: number;
  /** Dollars for one; null for gifts and things from before. */
  price: number | null;
  purchased: number | null;
  warrantyUntil: number | null;
  serial: string | null;
  notes: string;
}

const FIRST_DAY = toDay("2014-05-01");
const LAST_DAY = toDay("2025-12-15");
const WARRANTY_DAYS = 730;
const PRICE_UNKNOWN = 0.06;
const HAS_SERIAL = new Set(["appliance", "electronics", "photo", "bicycle", "instrument"]);
const COMES_IN_NUMBERS = new Set([
  "tableware",
  "textile",
  "cable",
  "material",
  "storage",
  "decoration"
]);

/** What the household owns; the larger purchases since 2023 are in the expenses too. */
export function createInventory(root: Random): readonly Possession[] {
  const random = root.fork("inventory");
  return HOUSEHOLD.trim()
    .split(/^# /m)
    .slice(1)
    .flatMap((block) => {
      const [head, ...lines] = block.trim().split("\n");
      const [room, places] = head!.split(" = ");
      const roomPlaces = places!.split("; ");
      return lines.flatMap((line) => acquire(random, room!, roomPlaces, line));
    });
}

function acquire(
  random: Random,
  room: string,
  places: readonly string[],
  line: string
): Possession[] {
  const [name, category, prices, most] = listOf(line);
  const [low, high] = prices!.split("-").map(Number);
  const count = random.integer(Math.ceil(0.8 * Number(most)), Math.floor(1.8 * Number(most)));
  return Array.from({length: count}, () => {
    const isUnknown = random.chance(PRICE_UNKNOWN);
    // Squaring makes recent purchases more frequent than old ones.
    const age = random.next() ** 2 * (LAST_DAY - FIRST_DAY);
    const purchased = isUnknown ? null : Math.floor(LAST_DAY - age);
    const hasSerial = HAS_SERIAL.has(category!);
    return {
      item: describe(random, name!, category!, count > 1),
      category: category!,
      room,
      place: random.pick(places),
      quantity: COMES_IN_NUMBERS.has(category!) ? random.integer(1, 6) : 1,
      price: isUnknown ? null : Math.round(random.between(low!, high!)) - 0.01,
      purchased,
      warrantyUntil: hasSerial && purchased !== null ? purchased + WARRANTY_DAYS : null,
      serial: hasSerial ? random.fill("@@#-%%%%%%-####").toUpperCase() : null,
      notes: random.pick(REMARKS)
    };
  });
}

function describe(random: Random, name: string, category: string, isOneOfMany: boolean): string {
  const brand = BRANDS[category];
  const branded = brand ? `${name}, ${random.pick(brand)}` : name;
  return isOneOfMany ? `${branded} (${random.pick(COLOURS)})` : branded;
}
