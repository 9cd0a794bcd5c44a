import type {Random} from "../../lib/random.ts";
import {isWeekend, listDays, monthOf, toEpoch, winterOf} from "./calendar.ts";
import {createCatalogue, type Artist, type Track} from "./catalogue.ts";
import {toJsonFile, type SampleFile} from "./file.ts";
import type {Genre} from "./words/artists.ts";

/** A play as an account's data export has it; `endTime` is UTC, to the minute. */
interface Play {
  endTime: string;
  artistName: string;
  trackName: string;
  msPlayed: number;
}

/** A time of the day when music is on: first and last hour it starts, how long, and which genres. */
interface Habit {
  hours: readonly [number, number];
  minutes: readonly [number, number];
  chance: number;
  genres: Partial<Record<Genre, number>>;
}

const WORKDAY: readonly Habit[] = [
  {hours: [7, 8], minutes: [15, 35], chance: 0.7, genres: {pop: 3, hiphop: 3, rock: 2}},
  {hours: [9, 15], minutes: [20, 80], chance: 0.45, genres: {electronic: 5, classical: 4, jazz: 1}},
  {hours: [17, 18], minutes: [10, 30], chance: 0.5, genres: {kids: 4, pop: 2}},
  {hours: [20, 22], minutes: [10, 60], chance: 0.35, genres: {folk: 4, jazz: 3, classical: 1}}
];

const WEEKEND: readonly Habit[] = [
  {hours: [8, 10], minutes: [20, 60], chance: 0.5, genres: {folk: 4, kids: 3, jazz: 2}},
  {hours: [11, 17], minutes: [15, 70], chance: 0.5, genres: {rock: 4, pop: 3, hiphop: 2}},
  {hours: [19, 23], minutes: [20, 90], chance: 0.5, genres: {jazz: 3, folk: 3, electronic: 2}}
];

const DAYS = listDays("2024-01-01", "2025-11-30");
const FILE_ROWS = 4600;
const OVERLAP_ROWS = 800;
const SKIPPED = 0.13;
const SAME_ARTIST_AGAIN = 0.45;
const CRUSH_DAYS = 30;
const MINUTE_MS = 60_000;

/** Two exports of one account: the end of the first is the beginning of the second. */
export function music(random: Random): SampleFile[] {
  const plays = listen(random.fork("music"), createCatalogue(random));
  const second = FILE_ROWS - OVERLAP_ROWS;
  return [
    toJsonFile("music/StreamingHistory_music_0.json", plays.slice(0, FILE_ROWS)),
    toJsonFile("music/StreamingHistory_music_1.json", plays.slice(second, second + FILE_ROWS))
  ];
}

function listen(random: Random, artists: readonly Artist[]): Play[] {
  return DAYS.flatMap((day) =>
    (isWeekend(day) ? WEEKEND : WORKDAY)
      .filter(({chance}) => random.chance(chance))
      .flatMap((habit) => play(random, artists, day, habit))
  );
}

function play(random: Random, artists: readonly Artist[], day: number, habit: Habit): Play[] {
  const known = artists.filter(({found}) => found <= day);
  const choose = () => random.weigh(known, (artist) => appeal(artist, day, habit));
  let time = toEpoch(day, 60 * random.between(habit.hours[0], habit.hours[1] + 1));
  const end = time + random.between(...habit.minutes) * MINUTE_MS;
  const plays: Play[] = [];
  for (let artist = choose(); time < end;) {
    const track = chooseTrack(random, artist);
    const msPlayed = random.chance(SKIPPED)
      ? random.integer(1500, Math.min(45_000, track.length))
      : track.length;
    time += msPlayed;
    plays.push(toPlay(time, artist, track, msPlayed));
    if (!random.chance(SAME_ARTIST_AGAIN)) artist = choose();
  }
  return plays;
}

/** Taste, time of the day and season, and the first weeks with a new artist, who is on all the time. */
function appeal({love, genre, found}: Artist, day: number, {genres}: Habit): number {
  const crush = found > 0 ? 1 + 5 * Math.max(0, 1 - (day - found) / CRUSH_DAYS) : 1;
  return love * crush * season(genre, day) * (genres[genre] ?? (genre === "holiday" ? 2 : 0.05));
}

function season(genre: Genre, day: number): number {
  if (genre === "holiday") return monthOf(day) === 12 ? 3 : 0;
  if (genre === "pop" || genre === "rock") return 1.5 - winterOf(day);
  if (genre === "jazz" || genre === "classical") return 0.5 + winterOf(day);
  return 1;
}

/** The first tracks of an artist are the hits. */
function chooseTrack(random: Random, {tracks}: Artist): Track {
  return tracks[Math.floor(tracks.length * random.next() ** 1.8)]!;
}

function toPlay(time: number, artist: Artist, track: Track, msPlayed: number): Play {
  return {
    endTime: new Date(time).toISOString().slice(0, 16).replace("T", " "),
    artistName: artist.name,
    trackName: track.title,
    msPlayed
  };
}
