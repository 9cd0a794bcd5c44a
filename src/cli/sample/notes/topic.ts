import type {Words} from "../grammar.ts";

/** A part of a note: a heading, then a paragraph of so many sentences, or a list. */
export interface Part {
  heading?: string;
  sentences?: number;
  /** The first bullet, as a template. */
  lead?: string;
  bullets?: number;
  steps?: number;
  /** A list of things to do, some of them done. */
  tasks?: number;
}

/** What a folder of notes is about, and the phrases that its notes are made of. */
export interface Topic {
  folder: string;
  tags: readonly string[];
  count: number;
  /** The days on which such notes are written, all if left out. */
  isOn?: (day: number) => boolean;
  /** Whether a title begins with the date of the note. */
  isDated?: boolean;
  titles: readonly string[];
  /** More lines of front matter, as templates. */
  fields?: Readonly<Record<string, string>>;
  layouts: readonly (readonly Part[])[];
  sentences: readonly string[];
  items?: readonly string[];
  steps?: readonly string[];
  tasks?: readonly string[];
  words: Words;
}

/** The sentences of a text, one a line; the templates are those of `../grammar.ts`. */
export function linesOf(text: string): readonly string[] {
  return text.trim().split("\n");
}
