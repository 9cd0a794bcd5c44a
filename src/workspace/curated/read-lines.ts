import {InputError, toMessage} from "../../lib/errors.ts";

type Json = Readonly<Record<string, unknown>>;

/** Where a record stands, for messages: `entries/book.jsonl:12`. */
export interface Place {
  readonly path: string;
  readonly line?: number;
}

/** A file's records, a line each; blank lines are passed over. Throws `InputError` that names the line. */
export function parseLines(path: string, text: string): {record: Json; place: Place}[] {
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    const place = {path, line: i + 1};
    return [{record: parseObject(line, place), place}];
  });
}

/** One JSON object. Throws `InputError`. */
export function parseObject(text: string, place: Place): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new InputError(`no JSON: ${toPlace(place)}: ${toMessage(cause)}`, {cause});
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InputError(`no JSON object: ${toPlace(place)}`);
  return value as Json;
}

export function takeText(record: Json, name: string, place: Place, fallback?: string): string {
  const value = record[name] ?? fallback;
  if (typeof value === "string" && value !== "") return value;
  throw new InputError(`${name} is missing, or no text: ${toPlace(place)}`);
}

export function takeObject(record: Json, name: string, place: Place): Json {
  const value = record[name] ?? {};
  if (typeof value === "object" && !Array.isArray(value)) return value as Json;
  throw new InputError(`${name} is no group of values: ${toPlace(place)}`);
}

export function takeTexts(record: Json, name: string, place: Place): string[] {
  const value = record[name] ?? [];
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
  throw new InputError(`${name} is no list of texts: ${toPlace(place)}`);
}

/** Milliseconds since 1970, written as an ISO date; `fallback` where it is left out. */
export function takeTime(record: Json, name: string, place: Place, fallback: number): number {
  const value = record[name];
  if (value === undefined || value === null) return fallback;
  const time = typeof value === "string" ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) throw new InputError(`${name} is no date: ${toPlace(place)}`);
  return time;
}

export function takeRevision(record: Json): number {
  const {revision} = record;
  return typeof revision === "number" && Number.isSafeInteger(revision) ? revision : 1;
}

export function toPlace({path, line}: Place): string {
  return line === undefined ? path : `${path}:${line}`;
}
