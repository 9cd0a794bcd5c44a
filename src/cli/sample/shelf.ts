import type {Random} from "../../lib/random.ts";
import {toDay} from "./calendar.ts";
import {Speaker} from "./grammar.ts";
import {BOOK_TITLES, BOOK_WORDS} from "./words/books.ts";
import {FAMILY_NAMES, GIVEN_NAMES} from "./words/names.ts";

export interface Book {
  title: string;
  author: string;
  genre: string;
  year: number;
  pages: number;
  acquired: number;
  /** The day on which the owner had read it. */
  finished: number | null;
  /** 1 to 5 stars. */
  rating: number | null;
}

const BOOK_COUNT = 220;
const FIRST_DAY = toDay("2019-01-05");
const LAST_DAY = toDay("2025-11-30");
const END = toDay("2025-12-31");

/** The household's books; messages and reading notes talk about them. */
export function createShelf(root: Random): readonly Book[] {
  const random = root.fork("shelf");
  const authors = Array.from(
    {length: BOOK_COUNT / 2},
    () => `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`
  );
  const books = new Map<string, Book>();
  while (books.size < BOOK_COUNT) {
    const book = createBook(random, random.pick(authors));
    books.set(book.title, book);
  }
  return [...books.values()];
}

function createBook(random: Random, author: string): Book {
  const genre = random.weigh(Object.keys(BOOK_TITLES), (name) => (name === "novel" ? 3 : 1));
  const title = new Speaker(random, BOOK_WORDS).say(random.pick(BOOK_TITLES[genre]!));
  const acquired = random.integer(FIRST_DAY, LAST_DAY);
  const finished = acquired + random.integer(5, 200);
  const isRead = finished <= END && random.chance(0.75);
  return {
    title,
    author,
    genre,
    year: random.integer(1962, 2024),
    pages: genre === "children" ? random.integer(24, 96) : random.integer(140, 640),
    acquired,
    finished: isRead ? finished : null,
    rating: isRead ? Math.min(5, Math.max(1, Math.round(random.normal(3.7, 0.9)))) : null
  };
}
