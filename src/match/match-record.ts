import type {Fields} from "../model/entry.ts";

/** What two things are compared by. */
export interface MatchRecord {
  readonly id: string;
  /** "" where nothing names it. */
  readonly title: string;
  /** What only one thing may have (a key, a serial number), by field, as text; empty ones left out. */
  readonly keys: Readonly<Record<string, string>>;
  readonly fields: Fields;
}

/** One reason for or against two things being one, in words. */
export interface Reason {
  readonly what: string;
  /** From -1 (surely two) to 1 (surely one). */
  readonly weight: number;
}

/** Compares two things in one respect; gives no reason where it tells nothing. */
export type Feature = (a: MatchRecord, b: MatchRecord) => readonly Reason[];
