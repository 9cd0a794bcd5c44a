import type {Random} from "../../lib/random.ts";
import {isWeekend, listDays, toDate, toDay, toIsoDate, winterOf, yearOf} from "./calendar.ts";
import {toCsv} from "./csv.ts";
import {toTextFile, type SampleFile} from "./file.ts";
import {createInventory} from "./inventory.ts";
import {compareTexts} from "./order.ts";
import {price, toDollars} from "./travel.ts";
import {SHOPS} from "./words/household.ts";
import {HABITS, REFUNDS, STANDING, type Account, type Habit} from "./words/spending.ts";
import {TRIPS} from "./words/trips.ts";

interface Expense {
  day: number;
  payee: string;
  category: string;
  /** Dollars; a refund is negative. */
  amount: number;
  account: Account;
  note: string;
}

const YEARS = [2023, 2024, 2025];
const DAYS = listDays("2023-01-01", "2025-12-31");
const DAYS_IN_WEEK = 7;
const WEEKEND_FACTOR = 1.3;
const INFLATION = 0.035;
const REFUNDS_A_YEAR = 14;
const NOTED_FROM_DOLLARS = 30;

/** One file a year, all with the same columns. */
export function money(random: Random): SampleFile[] {
  const expenses = [
    ...spend(random.fork("habits")),
    ...payStanding(),
    ...buyPossessions(random),
    ...travelAround(random),
    ...takeBack(random.fork("refunds"))
  ].sort((a, b) => a.day - b.day || compareTexts(a.payee, b.payee));
  return YEARS.map((year) =>
    toTextFile(
      `money/expenses-${year}.csv`,
      toCsv(expenses.filter(({day}) => yearOf(day) === year).map(toRow))
    )
  );
}

function toRow({day, payee, category, amount, account, note}: Expense) {
  const date = toIsoDate(day);
  return {date, payee, category, amount: amount.toFixed(2), currency: "USD", account, note};
}

function spend(random: Random): Expense[] {
  return HABITS.flatMap((habit) =>
    DAYS.filter((day) => random.chance(likelihood(habit, day))).map((day) => ({
      day,
      payee: habit.payee,
      category: habit.category,
      amount: grow(random.between(habit.low, habit.high), day),
      account: habit.account,
      note: habit.notes ? random.pick(habit.notes) : ""
    }))
  );
}

function likelihood({perWeek, winter = 0}: Habit, day: number): number {
  const season = 1 + winter * (2 * winterOf(day) - 1);
  return (perWeek / DAYS_IN_WEEK) * season * (isWeekend(day) ? WEEKEND_FACTOR : 0.9);
}

function payStanding(): Expense[] {
  return STANDING.flatMap(
    ({payee, category, amount, dayOfMonth, growth, account, winter = 0, since}) =>
      DAYS.filter(
        (day) => toDate(day).getUTCDate() === dayOfMonth && (!since || day >= toDay(since))
      ).map((day) => ({
        day,
        payee,
        category,
        amount: amount * (1 + growth) ** (yearOf(day) - YEARS[0]!) + winter * winterOf(day),
        account,
        note: ""
      }))
  );
}

/** The larger things of the inventory, on the day and at the price that stand there. */
function buyPossessions(random: Random): Expense[] {
  return createInventory(random).flatMap(({item, category, quantity, price, purchased}) => {
    if (price === null || purchased === null || purchased < DAYS[0]!) return [];
    if (price * quantity < NOTED_FROM_DOLLARS) return [];
    return {
      day: purchased,
      payee: SHOPS[category] ?? "Old Cannery Market",
      category: "House",
      amount: price * quantity,
      account: "Joint card",
      note: quantity > 1 ? `${quantity} x ${item}` : item
    };
  });
}

/** A trip is paid in two parts: the journey some weeks before, the rest when it is over. */
function travelAround(random: Random): Expense[] {
  return TRIPS.flatMap((trip) => {
    const dollars = toDollars(price(random, trip), trip);
    const start = toDay(trip.start);
    const note = trip.purpose === "work" ? `${trip.city}, to be reimbursed` : trip.city;
    const shared = {category: "Travel", account: "Joint card" as const, note};
    const parts: Expense[] = [
      {...shared, day: start - 30, payee: "Compass Travel", amount: 0.55 * dollars},
      {...shared, day: start + trip.nights, payee: `Lodging ${trip.city}`, amount: 0.45 * dollars}
    ];
    const back: Expense = {
      ...shared,
      day: start + trip.nights + 21,
      payee: "Institute payroll",
      amount: -dollars,
      account: "Checking",
      note: `${trip.city}, reimbursed`
    };
    return trip.purpose === "work" ? [...parts, back] : parts;
  });
}

function takeBack(random: Random): Expense[] {
  return Array.from({length: YEARS.length * REFUNDS_A_YEAR}, () => ({
    day: random.pick(DAYS),
    payee: random.pick(REFUNDS),
    category: "Refund",
    amount: -random.between(9, 120),
    account: "Joint card",
    note: random.pick([
      "wrong size",
      "broken on arrival",
      "second one returned",
      "refund, no receipt",
      ""
    ])
  }));
}

function grow(amount: number, day: number): number {
  return amount * (1 + INFLATION) ** (yearOf(day) - YEARS[0]!);
}
