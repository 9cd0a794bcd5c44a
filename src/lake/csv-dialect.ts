const DELIMITERS = [",", ";", "\t", "|"];
const MAX_RECORDS = 200;
const MIN_RECORDS = 2;
/** The share of records that must have the same number of fields. */
const MIN_SHARE = 0.6;

/** What the first records of a delimited text look like. */
export interface GuessedDialect {
  readonly delimiter: string;
  /** The fields of the first record, which names the columns where it is a header. */
  readonly first: readonly string[];
  /** The number of fields that most records have. */
  readonly width: number;
}

/** How many lines without anything stand before the first record. */
export function countBlankLines(head: string): number {
  const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(head)![0];
  return blank.split(/\r\n|\n|\r/).length - 1;
}

/** True where there is a quote in the rows that the engine's sniffer looks at, so that it knows what quotes mean here. */
export function hasQuotesInSample(head: string, rows: number): boolean {
  const quote = head.indexOf('"');
  return quote >= 0 && head.slice(0, quote).split("\n").length <= rows;
}

/** True where some lines end in one way and some in another. */
export function hasMixedLineEnds(head: string): boolean {
  const ends = new Set(head.match(/\r\n|\n|\r/g));
  return ends.size > 1;
}

/**
 * The delimiter that gives most of the first records the same number of fields, quotes heeded; undefined where
 * none does. It is asked where the engine's own sniffer, which a single ragged row misleads, sees one column.
 */
export function guessDialect(head: string): GuessedDialect | undefined {
  let best: (GuessedDialect & {share: number}) | undefined;
  for (const delimiter of DELIMITERS) {
    const records = splitRecords(head, delimiter);
    if (records.length < MIN_RECORDS) continue;
    const {width, share} = findMode(records.map(({length}) => length));
    if (width < 2 || share < MIN_SHARE) continue;
    if (!best || share > best.share || (share === best.share && width > best.width))
      best = {delimiter, first: records[0]!, width, share};
  }
  return best;
}

/** The first records of a text, without a last one that no line end ends: it may be cut. */
function splitRecords(head: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < head.length && records.length < MAX_RECORDS; ++i) {
    const char = head[i]!;
    if (quoted) {
      if (char !== '"') field += char;
      else if (head[i + 1] === '"') field += head[++i]!;
      else quoted = false;
    } else if (char === '"' && field === "") quoted = true;
    else if (char === delimiter) {
      fields.push(field);
      field = "";
    } else if (char === "\n" || char === "\r") {
      if (char === "\r" && head[i + 1] === "\n") ++i;
      if (fields.length > 0 || field !== "") records.push([...fields, field]);
      fields = [];
      field = "";
    } else field += char;
  }
  return records;
}

function findMode(numbers: readonly number[]): {width: number; share: number} {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  const [width, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  return {width, share: count / numbers.length};
}
