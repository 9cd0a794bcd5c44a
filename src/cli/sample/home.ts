import type {Random} from "../../lib/random.ts";
import {toIsoDate} from "./calendar.ts";
import {toCsv} from "./csv.ts";
import {toTextFile, type SampleFile} from "./file.ts";
import {createInventory} from "./inventory.ts";

/** The home inventory: what there is, in which place within which place, and since when. */
export function home(random: Random): SampleFile[] {
  const rows = createInventory(random).map((thing) => ({
    item: thing.item,
    category: thing.category,
    room: thing.room,
    place: thing.place,
    quantity: thing.quantity,
    price: thing.price?.toFixed(2) ?? null,
    currency: thing.price === null ? null : "USD",
    purchased: toOptionalDate(thing.purchased),
    warranty_until: toOptionalDate(thing.warrantyUntil),
    serial: thing.serial,
    notes: thing.notes
  }));
  return [toTextFile("home/inventory.csv", toCsv(rows))];
}

function toOptionalDate(day: number | null): string | null {
  return day === null ? null : toIsoDate(day);
}
