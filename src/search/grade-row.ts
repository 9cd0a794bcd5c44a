import type {RowWords} from "./row-words.ts";
import {FAR, INSIDE, NEAR, START, WHOLE} from "./word-matches.ts";

/** How well a row answers what is typed. */
export interface Grade {
  /** By its worst word: 3 the start of a word, 2 nearly so, 1 inside; 0 where a word is not there. */
  rank: number;
  /** From 0 to 1: by all words. */
  quality: number;
  /** Whether the words that are typed are the first of its title, in their order. */
  isStart: boolean;
}

const RANKS = toTable({[INSIDE]: 1, [FAR]: 2, [NEAR]: 2, [START]: 3, [WHOLE]: 3});
const QUALITIES = toTable({[INSIDE]: 0.3, [FAR]: 0.35, [NEAR]: 0.6, [START]: 0.9, [WHOLE]: 1});
/** Beside the title a whole word is a name; the start of one is a hint, and less tells nothing. */
const RANKS_BESIDE = toTable({[START]: 2, [WHOLE]: 3});
const QUALITIES_BESIDE = toTable({[START]: 0.5, [WHOLE]: 0.85});

/** Grades a row by how its words answer each typed word (see `WordMatches`), into `grade`. */
export function gradeRow(
  rows: RowWords,
  row: number,
  typed: readonly Uint8Array[],
  grade: Grade
): void {
  const start = rows.start(row);
  const titleEnd = rows.titleEnd(row);
  const end = rows.end(row);
  grade.rank = 3;
  grade.quality = 0;
  grade.isStart = true;
  for (let i = 0; i < typed.length; ++i) {
    const matches = typed[i]!;
    let rank = 0;
    let quality = 0;
    for (let place = start; place < end; ++place) {
      const match = matches[rows.word(place)]!;
      if (match === 0) continue;
      const isBeside = place >= titleEnd;
      const better = isBeside ? QUALITIES_BESIDE[match]! : QUALITIES[match]!;
      if (better <= quality) continue;
      quality = better;
      rank = isBeside ? RANKS_BESIDE[match]! : RANKS[match]!;
    }
    grade.rank = Math.min(grade.rank, rank);
    if (rank === 0) return;
    grade.quality += quality / typed.length;
    const isInPlace = start + i < titleEnd && matches[rows.word(start + i)]! >= START;
    grade.isStart &&= isInPlace;
  }
}

function toTable(values: Readonly<Record<number, number>>): readonly number[] {
  return Array.from({length: WHOLE + 1}, (_, match) => values[match] ?? 0);
}
