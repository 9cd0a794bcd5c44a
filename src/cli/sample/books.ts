import {unzipSync, zipSync} from "fflate";
import writeExcelFile from "write-excel-file/node";
import type {Random} from "../../lib/random.ts";
import {toDate, toDay} from "./calendar.ts";
import {CONTACTS} from "./cast.ts";
import type {SampleFile} from "./file.ts";
import {createShelf, type Book} from "./shelf.ts";

const LOAN_COUNT = 70;
const FIRST_LOAN = toDay("2023-01-10");
const LAST_LOAN = toDay("2025-12-20");
const NOT_RETURNED = 0.12;
const DATE = {format: "yyyy-mm-dd"};
/** In local time, as a ZIP file has it: the same bytes in every time zone. */
const ZIP_TIME = new Date(2026, 0, 1);

/** The household's books as a workbook: what there is, and who has it. */
export async function books(random: Random): Promise<SampleFile[]> {
  const shelf = createShelf(random);
  const workbook = await writeExcelFile([
    {sheet: "Books", data: toBookRows(shelf), columns: [{width: 40}, {width: 24}]},
    {sheet: "Loans", data: toLoanRows(random.fork("loans"), shelf), columns: [{width: 40}]}
  ]).toBuffer();
  // The library stamps each entry with the time of day.
  const bytes = zipSync(unzipSync(workbook), {mtime: ZIP_TIME});
  return [{path: "books/library.xlsx", bytes}];
}

type Value = string | number | null;

function toBookRows(shelf: readonly Book[]) {
  const header = ["title", "author", "genre", "year", "pages", "acquired", "finished", "rating"];
  return [
    header.map(toHeader),
    ...shelf.map(({title, author, genre, year, pages, acquired, finished, rating}) => [
      ...[title, author, genre, year, pages].map(toCell),
      toDateCell(acquired),
      toDateCell(finished),
      toCell(rating)
    ])
  ];
}

function toLoanRows(random: Random, shelf: readonly Book[]) {
  const lenders = CONTACTS.filter(({themes}) =>
    themes.some((theme) => ["friends", "books", "family", "brother", "neighbour"].includes(theme))
  );
  const loans = Array.from({length: LOAN_COUNT}, () => {
    const lent = random.integer(FIRST_LOAN, LAST_LOAN);
    const returned = lent + random.integer(6, 120);
    const isBack = returned <= LAST_LOAN && !random.chance(NOT_RETURNED);
    const {title} = random.pick(shelf.filter(({acquired}) => acquired < lent));
    return {title, to: random.pick(lenders).name, lent, returned: isBack ? returned : null};
  }).sort((a, b) => a.lent - b.lent);
  return [
    ["title", "borrower", "lent", "returned"].map(toHeader),
    ...loans.map(({title, to, lent, returned}) => [
      toCell(title),
      toCell(to),
      toDateCell(lent),
      toDateCell(returned)
    ])
  ];
}

function toHeader(value: string) {
  return {value, fontWeight: "bold" as const};
}

function toCell(value: Value) {
  return value === null ? null : {value};
}

function toDateCell(day: number | null) {
  return day === null ? null : {value: toDate(day), ...DATE};
}
