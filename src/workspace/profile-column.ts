import {quoteIdentifier} from "../lib/sql.ts";
import type {Column, ColumnKind, Value} from "../model/column.ts";
import {toColumnKind} from "../model/column.ts";
import type {Row} from "../model/query-result.ts";

const TOP_VALUES = 5;
const MAX_BINS = 20;
/** Characters of a text that are told of: a cell may hold a megabyte. */
const MAX_TEXT_LENGTH = 200;
const MS_PER_DAY = 86_400_000;

export interface ColumnProfile {
  readonly name: string;
  readonly type: string;
  readonly kind: ColumnKind;
  readonly rows: number;
  /** Rows without a value; null where the engine cannot say. */
  readonly nulls: number | null;
  /** Different values, null not among them; null where the engine cannot say. */
  readonly distinct: number | null;
  /** True where `distinct` is an estimate, within some percent. */
  readonly isEstimate: boolean;
  /** The least and the greatest value (of text: its first 200 characters); null for lists, structs and bytes. */
  readonly min: Value;
  readonly max: Value;
  /** The most frequent values, most frequent first; texts that begin with the same 200 characters count as one. */
  readonly top: readonly {readonly value: Value; readonly count: number}[];
  /** Up to 20 bins of one width, from `low` to below `high`, of numbers, dates and timestamps; else none. */
  readonly bins: readonly ProfileBin[];
}

export interface ProfileBin {
  readonly low: number | Date;
  readonly high: number | Date;
  readonly count: number;
}

/**
 * One query over some columns of a table, which gives one row. Everything it asks for works offline in every build of
 * the engine. What the second scan counts depends on what the first found, without a way through JavaScript, where a
 * timestamp loses its microseconds.
 */
export function toQuery(
  path: string,
  columns: readonly Column[],
  {isExact}: {isExact: boolean}
): string {
  const parts = columns.map((column, i) => toParts(column, i, isExact));
  const facts = parts.flatMap(({facts}) => facts);
  const told = parts.flatMap(({told}) => told);
  const counts = parts.flatMap(({counts}) => counts);
  const first = [...told, ...counts];
  return `WITH facts AS MATERIALIZED (SELECT ${facts.join(", ")} FROM ${path} AS data)
SELECT ${first.join(", ")} FROM ${path} AS data, facts`;
}

/** A column's part in the query: what the first scan finds, what of it is told, what the second scan counts. */
function toParts(
  {name, type}: Column,
  i: number,
  isExact: boolean
): {facts: string[]; told: string[]; counts: string[]} {
  const kind = toColumnKind(type);
  const column = `data.${quoteIdentifier(name)}`;
  const tell = (what: string): string => `any_value(facts.${what}${i}) AS ${what}${i}`;
  const facts = [
    `count(${column}) AS filled${i}`,
    `${isExact ? `count(DISTINCT ${column})` : `approx_count_distinct(${column})`} AS distinct${i}`
  ];
  const told = ["filled", "distinct"].map(tell);
  const counts: string[] = [];
  if (hasOrder(kind)) {
    const value = toComparable(column, type, kind);
    facts.push(`min(${value}) AS min${i}`, `max(${value}) AS max${i}`);
    told.push(...["min", "max"].map(tell));
  }
  if (kind !== "bytes") {
    const value = toShown(column, kind);
    facts.push(`approx_top_k(${value}, ${TOP_VALUES}) AS top${i}`);
    told.push(tell("top"));
    counts.push(`histogram(list_position(facts.top${i}, ${value})) AS times${i}`);
  }
  const place = toPlace(column, type, kind);
  if (place !== undefined) {
    facts.push(`min(${place}) AS low${i}`, `max(${place}) AS high${i}`);
    told.push(...["low", "high"].map(tell));
    counts.push(`histogram(${toBin(place, i, isWhole(type, kind))}) AS bins${i}`);
  }
  return {facts, told, counts};
}

/** What the query's row says of a column. */
export function toProfile(
  {name, type}: Column,
  i: number,
  {row, rows, isExact}: {row: Row; rows: number; isExact: boolean}
): ColumnProfile {
  const kind = toColumnKind(type);
  const filled = Number(row[`filled${i}`]);
  const estimate = Number(row[`distinct${i}`]);
  const top = toTop(row[`top${i}`], row[`times${i}`]);
  // of what is shown whole, fewer values than were asked for are all there are
  const isFew = hasOrder(kind) && kind !== "text" && top.length < TOP_VALUES;
  return {
    name,
    type,
    kind,
    rows,
    nulls: rows - filled,
    distinct: isFew ? top.length : Math.min(estimate, filled),
    isEstimate: !isExact && !isFew,
    min: row[`min${i}`] ?? null,
    max: row[`max${i}`] ?? null,
    top,
    bins: toBins(row, i, type, kind)
  };
}

/** The profile of a column of which no more is known than its rows. */
export function emptyProfile({name, type}: Column, rows: number): ColumnProfile {
  const unknown = rows === 0 ? 0 : null;
  return {
    name,
    type,
    kind: toColumnKind(type),
    rows,
    nulls: unknown,
    distinct: unknown,
    isEstimate: false,
    min: null,
    max: null,
    top: [],
    bins: []
  };
}

function toTop(values: Value | undefined, times: Value | undefined): ColumnProfile["top"] {
  const counts = (times ?? {}) as Readonly<Record<string, Value>>;
  return ((values ?? []) as readonly Value[])
    .map((value, at) => ({value, count: Number(counts[String(at + 1)] ?? 0)}))
    .filter(({count}) => count > 0)
    .sort((a, b) => b.count - a.count);
}

function toBins(row: Row, i: number, type: string, kind: ColumnKind): ProfileBin[] {
  const [low, high] = [row[`low${i}`], row[`high${i}`]];
  if (typeof low !== "number" || typeof high !== "number") return [];
  const counts = row[`bins${i}`] as Readonly<Record<string, Value>>;
  const isWholeKind = isWhole(type, kind);
  const width = isWholeKind ? Math.ceil((high - low + 1) / MAX_BINS) : (high - low) / MAX_BINS;
  const length = width === 0 ? 1 : isWholeKind ? Math.ceil((high - low + 1) / width) : MAX_BINS;
  const toEdge = (n: number): number | Date => {
    const at = width === 0 ? (n === 0 ? low : high) : low + n * width;
    if (kind === "date") return new Date(at * MS_PER_DAY);
    return kind === "timestamp" ? new Date(at) : at;
  };
  return Array.from({length}, (_, n) => ({
    low: toEdge(n),
    high:
      n === length - 1 && !isWholeKind ? (kind === "number" ? high : toEdge(n + 1)) : toEdge(n + 1),
    count: Number(counts[String(n)] ?? 0)
  }));
}

function hasOrder(kind: ColumnKind): boolean {
  return kind !== "list" && kind !== "struct" && kind !== "bytes";
}

/** The value for least and greatest: no infinity, no NaN (the greatest of all to the engine), no endless text. */
function toComparable(column: string, type: string, kind: ColumnKind): string {
  if (hasInfinity(type, kind)) return `CASE WHEN isfinite(${column}) THEN ${column} END`;
  return kind === "text" ? `left(CAST(${column} AS VARCHAR), ${MAX_TEXT_LENGTH})` : column;
}

/** The value as it is counted among the frequent ones. */
function toShown(column: string, kind: ColumnKind): string {
  const isText = kind === "text" || kind === "list" || kind === "struct";
  return isText ? `left(CAST(${column} AS VARCHAR), ${MAX_TEXT_LENGTH})` : column;
}

/** Where a value stands on the axis of the bins: numbers as they are, dates in days, timestamps in milliseconds. */
function toPlace(column: string, type: string, kind: ColumnKind): string | undefined {
  const finite = hasInfinity(type, kind)
    ? `CASE WHEN isfinite(${column}) THEN ${column} END`
    : column;
  switch (kind) {
    case "number":
      return `CAST(${finite} AS DOUBLE)`;
    case "date":
      return `CAST(epoch_ms(CAST(${finite} AS TIMESTAMP)) AS DOUBLE) / ${MS_PER_DAY}`;
    case "timestamp":
      return `CAST(epoch_ms(${finite}) AS DOUBLE)`;
    default:
      return undefined;
  }
}

/** The number of a value's bin. Halves are taken first, so that the widest range does not overflow. */
function toBin(place: string, i: number, isWholeKind: boolean): string {
  const [low, high] = [`facts.low${i}`, `facts.high${i}`];
  if (isWholeKind)
    return `CAST(floor((${place} - ${low}) / ceil((${high} - ${low} + 1) / ${MAX_BINS})) AS INTEGER)`;
  const share = `(${place} / 2 - ${low} / 2) / (${high} / 2 - ${low} / 2)`;
  return `CASE WHEN ${place} IS NULL THEN NULL WHEN ${high} = ${low} THEN 0 ELSE CAST(least(${MAX_BINS - 1}, floor(${share} * ${MAX_BINS})) AS INTEGER) END`;
}

/** Bins of whole numbers have whole edges, or some would hold more numbers than others. */
function isWhole(type: string, kind: ColumnKind): boolean {
  return kind === "date" || (kind === "number" && /INT/.test(type));
}

function hasInfinity(type: string, kind: ColumnKind): boolean {
  return kind === "date" || kind === "timestamp" || /^(FLOAT|REAL|DOUBLE)/.test(type);
}
