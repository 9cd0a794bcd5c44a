import type {Random} from "../../lib/random.ts";
import {listDays} from "./calendar.ts";
import {Speaker} from "./grammar.ts";
import {ARTISTS, TRACK_TITLES, TRACK_WORDS, type Genre} from "./words/artists.ts";

export interface Track {
  title: string;
  /** Milliseconds. */
  length: number;
}

export interface Artist {
  name: string;
  genre: Genre;
  /** How much the owner likes them, about 1 to 0. */
  love: number;
  /** The day on which the owner found them; 0 for the old favourites. */
  found: number;
  tracks: readonly Track[];
}

const DISCOVERY = listDays("2024-02-01", "2025-09-30");
const KNOWN_FROM_START = 0.45;
const MINUTE_MS = 60_000;

/** Everything that the owner ever played. */
export function createCatalogue(root: Random): readonly Artist[] {
  const random = root.fork("catalogue");
  return (Object.keys(ARTISTS) as Genre[]).flatMap((genre) =>
    ARTISTS[genre].map((name, rank) => createArtist(random.fork(name), name, genre, rank))
  );
}

function createArtist(random: Random, name: string, genre: Genre, rank: number): Artist {
  const isKnown = rank < 3 || random.chance(KNOWN_FROM_START);
  return {
    name,
    genre,
    love: 1 / (1 + rank) ** 0.7,
    found: isKnown ? 0 : random.pick(DISCOVERY),
    tracks: createTracks(random, genre)
  };
}

function createTracks(random: Random, genre: Genre): Track[] {
  const [shortest, longest] =
    genre === "kids" ? [1.2, 2.8] : genre === "classical" ? [2.5, 9] : [2.4, 5.4];
  const titles = new Set<string>();
  const count = random.integer(7, 16);
  while (titles.size < count) {
    titles.add(new Speaker(random, TRACK_WORDS).say(random.pick(TRACK_TITLES[genre])));
  }
  return [...titles].map((title) => ({
    title,
    length: Math.round(random.between(shortest, longest) * MINUTE_MS)
  }));
}
