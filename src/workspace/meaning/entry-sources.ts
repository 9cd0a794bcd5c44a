import {createPause} from "../../lib/pause.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {FieldSchema} from "../../model/schema.ts";
import type {TextSet} from "../../model/text-collection.ts";
import type {Store} from "../../store/store.ts";
import type {MirrorType} from "../mirror/mirror-types.ts";
import {toMirrorTypes} from "../mirror/mirror-types.ts";
import type {EntryReader, EntryText, EntryTexts} from "./entry-texts.ts";
import {guessTime} from "./guess-columns.ts";
import type {TextsOptions} from "./meaning.ts";
import type {TextChoice, TextSource} from "./text-source.ts";

const TIME_FORMATS = ["date", "date-time"];
/** Times that every entry has. */
const OWN_TIMES = ["created", "updated"];

/** The types that have entries, their own or those of types that extend them, with their texts. */
export async function findEntrySources(
  store: Store,
  texts: EntryTexts,
  choices: Readonly<Record<string, TextChoice>>
): Promise<TextSource[]> {
  const types = toMirrorTypes(await store.types.list());
  const counts = await store.entries.countByType();
  const revision = await store.history.revision();
  const found = [...types.values()]
    .map((type) => ({type, rows: sum(type.family.map((name) => counts.get(name) ?? 0))}))
    .filter(({rows}) => rows > 0)
    .map(({type, rows}) => ({
      rows,
      ...describe(type, types, choices[`ws.${type.relation}`] ?? {})
    }));
  const readers = found.map(({reader}) => reader);
  return found.map(({collection, columns, times, reader, rows}) => ({
    collection,
    columns,
    times,
    isWorth: true,
    rows,
    state: JSON.stringify([revision, reader.columns, reader.time, [...reader.family]]),
    read: async (options) => {
      const mine = (await texts.sync(readers)).get(reader.id)!;
      return toTextSet(mine, reader.time !== null, options);
    }
  }));
}

function describe(
  {type, relation, family}: MirrorType,
  types: ReadonlyMap<string, MirrorType>,
  choice: TextChoice
): Pick<TextSource, "collection" | "columns" | "times"> & {reader: EntryReader} {
  const fields = family.flatMap((name) => Object.entries(types.get(name)!.type.schema.properties));
  const columns = toNames(fields, isText);
  const dates = toNames(fields, ({format}) => TIME_FORMATS.includes(format ?? ""));
  const times = [...dates, ...OWN_TIMES.filter((name) => !dates.includes(name))];
  const chosen = choice.columns?.filter((name) => columns.includes(name)) ?? [];
  const isTime = choice.time === null || (choice.time !== undefined && times.includes(choice.time));
  const time = isTime ? choice.time! : guessTime(dates);
  const id = `ws.${relation}`;
  return {
    collection: {
      id,
      label: toLabel(type),
      of: "entries",
      columns: chosen.length > 0 ? chosen : columns,
      time
    },
    columns,
    times,
    reader: {id, family: new Set(family), columns: chosen.length > 0 ? chosen : undefined, time}
  };
}

function toLabel({plural, label}: EntryType): string {
  return plural === "" ? label : plural;
}

function toNames(
  fields: readonly (readonly [string, FieldSchema])[],
  accept: (schema: FieldSchema) => boolean
): string[] {
  return [...new Set(fields.filter(([, schema]) => accept(schema)).map(([name]) => name))];
}

/** Text, or a list of texts. */
function isText({type, items, format}: FieldSchema): boolean {
  if (type === "array") return items !== undefined && isText(items);
  return type === "string" && !TIME_FORMATS.includes(format ?? "") && format !== "time";
}

/** In the order of the ids, so that the same entries are the same texts whatever was done to them in between. */
async function toTextSet(
  mine: ReadonlyMap<string, EntryText>,
  hasTimes: boolean,
  {signal, onProgress}: TextsOptions
): Promise<Omit<TextSet, "collection">> {
  const ends = [...mine.keys()].sort();
  const texts: string[] = [];
  const hashes: string[] = [];
  const times = hasTimes ? new Float64Array(ends.length) : null;
  const pause = createPause(signal);
  for (const [row, id] of ends.entries()) {
    // an entry may have gone while the page had its turn
    const {text, hash, time} = mine.get(id) ?? {text: "", hash: "", time: NaN};
    texts.push(text);
    hashes.push(hash);
    if (times) times[row] = time;
    await pause();
  }
  onProgress?.(ends.length, ends.length);
  return {ends, texts, hashes, times};
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
