import {toIdentifier} from "../lib/slug.ts";
import type {EntryType} from "../model/entry-type.ts";
import type {Entry, EntryDraft, Fields} from "../model/entry.ts";
import type {QueryResult} from "../model/query-result.ts";
import {resolveType} from "../model/type-family.ts";
import type {Store} from "../store/store.ts";
import {CuratedEntries} from "./curated/curated-entries.ts";
import type {Kept, KeepOptions} from "./keep.ts";
import {keepRows, prepareRows} from "./keep.ts";
import {toFields} from "./to-fields.ts";
import {findProblems} from "./validate.ts";

/** Rows that are named one by one. */
const MAX_NAMED = 100;

/** Rows of a file on their way into a type that is there. */
export interface EntryImport {
  readonly result: QueryResult;
  readonly type: EntryType;
  /** The field of each column; null leaves it out. A field that the type lacks is added to it. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** The column that tells rows apart; null where only all values do. */
  readonly keyColumn: string | null;
}

/** What an import would do. */
export interface EntryImportPlan {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Row numbers of the result that fit the type. */
  readonly rows: readonly number[];
  readonly refused: number;
  /** Why the first of the others do not. */
  readonly problems: readonly {readonly row: number; readonly what: string}[];
}

/** The field of each column by name, by label, or by both as identifiers; null where the type has none such. */
export function matchColumns(
  columns: readonly string[],
  {schema}: EntryType
): Record<string, string | null> {
  const free = new Map<string, string>();
  for (const [name, {title = ""}] of Object.entries(schema.properties).reverse())
    for (const word of [title, toIdentifier(title, ""), toIdentifier(name, ""), name])
      if (word !== "") free.set(word.toLowerCase(), name);
  const taken = new Set<string>();
  return Object.fromEntries(
    columns.map((column) => {
      const words = [column.toLowerCase().trim(), toIdentifier(column, "")];
      const field = words.map((word) => free.get(word)).find((one) => one && !taken.has(one));
      if (field !== undefined) taken.add(field);
      return [column, field ?? null];
    })
  );
}

/** Holds every row against the type and what is there; writes nothing. */
export async function planEntryImport(
  store: Store,
  plan: EntryImport,
  signal?: AbortSignal
): Promise<EntryImportPlan> {
  const {drafts, resolved, types} = await prepare(store, plan, signal);
  const rows: number[] = [];
  const problems: {row: number; what: string}[] = [];
  const fitting: EntryDraft[] = [];
  drafts.forEach((draft, row) => {
    const found = [...findProblems(resolved.schema, draft.fields)];
    if (found.length === 0) {
      rows.push(row);
      fitting.push(draft);
    } else if (problems.length < MAX_NAMED)
      problems.push({row, what: found.map((one) => one.join(" ")).join("; ")});
  });
  const there: Entry[] = [];
  for await (const chunk of store.archive.scan("entries"))
    for (const entry of chunk as Entry[]) if (entry.type === plan.type.name) there.push(entry);
  const {added, changed, unchanged} = new CuratedEntries(types, {
    entries: there,
    slugs: []
  }).upsertAll(fitting);
  return {added, changed, unchanged, rows, refused: drafts.length - rows.length, problems};
}

/** Brings the rows in, in one write: doing it twice does nothing, and one undo takes it back. */
export async function importEntries(
  store: Store,
  {result, type, columns, keyColumn}: EntryImport,
  rows: readonly number[],
  options: Pick<KeepOptions, "signal" | "onProgress"> = {}
): Promise<Kept> {
  const fit = createFit(await readTypes(store));
  return keepRows({store, result, rows, type, columns, keyColumn, toFields: fit, ...options});
}

async function prepare(store: Store, {keyColumn, ...plan}: EntryImport, signal?: AbortSignal) {
  const former = await readTypes(store);
  const {type, drafts} = await prepareRows({
    ...plan,
    keyColumn,
    rows: "all",
    toFields: createFit(former),
    ...(signal && {signal})
  });
  const types = new Map([...former, [type.name, type]]);
  return {drafts, types, resolved: resolveType(type, types)};
}

/** A cell as its field wants it: a number of digits is a text where the field is one. */
function createFit(
  types: ReadonlyMap<string, EntryType>
): (fields: Fields, type: EntryType) => Fields {
  return (fields, type) => {
    const {schema} = resolveType(type, types);
    const texts = Object.entries(fields).map(([name, value]): [string, unknown] => {
      const isText = schema.properties[name]?.type === "string";
      const isPlain = typeof value === "number" || typeof value === "boolean";
      return [name, isText && isPlain ? String(value) : value];
    });
    return toFields(schema, Object.fromEntries(texts));
  };
}

async function readTypes(store: Store): Promise<ReadonlyMap<string, EntryType>> {
  return new Map((await store.types.list()).map((type) => [type.name, type]));
}
