import type {Random} from "../../lib/random.ts";
import {toDay, toIsoDate} from "./calendar.ts";
import {toCsv} from "./csv.ts";
import {toUtf16File, type SampleFile} from "./file.ts";
import {TRIPS, type Trip} from "./words/trips.ts";

/** Units of a currency for a dollar, about. */
const RATES: Readonly<Record<Trip["currency"], number>> = {
  USD: 1,
  EUR: 0.92,
  CAD: 1.36,
  GBP: 0.79,
  JPY: 148
};

const NIGHT_COST: Readonly<Record<Trip["purpose"], number>> = {
  holiday: 230,
  work: 260,
  family: 120,
  weekend: 190
};

const FARE_PER_KM: Readonly<Record<Trip["mode"], number>> = {
  plane: 0.16,
  car: 0.14,
  train: 0.22,
  bike: 0
};

/** Journeys, saved by a spreadsheet as "Unicode text" with semicolons. */
export function travel(random: Random): SampleFile[] {
  const rows = TRIPS.map((trip, i) => ({
    trip: `T${String(i + 1).padStart(2, "0")}`,
    city: trip.city,
    country: trip.country,
    start: trip.start,
    end: toIsoDate(toDay(trip.start) + trip.nights),
    nights: trip.nights,
    purpose: trip.purpose,
    mode: trip.mode,
    km: trip.km,
    cost: price(random, trip).toFixed(2),
    currency: trip.currency,
    rating: trip.rating,
    note: trip.note
  }));
  return [toUtf16File("travel/trips.csv", toCsv(rows, {delimiter: ";", newline: "\r\n"}))];
}

/** What a trip cost, in its own currency; the expenses tell the same. */
export function price(root: Random, trip: Trip): number {
  const random = root.fork(`trip/${trip.start}`);
  const dollars = trip.nights * NIGHT_COST[trip.purpose] + trip.km * FARE_PER_KM[trip.mode];
  return Math.round(100 * dollars * random.between(0.8, 1.2) * RATES[trip.currency]) / 100;
}

/** The same in dollars. */
export function toDollars(amount: number, {currency}: Trip): number {
  return Math.round((100 * amount) / RATES[currency]) / 100;
}
