import {InputError} from "../lib/errors.ts";
import {createPause} from "../lib/pause.ts";
import type {LakePart} from "../model/catalogue.ts";
import type {EntryType} from "../model/entry-type.ts";
import {toEntryType} from "../model/entry-type.ts";
import type {EntryDraft, Fields} from "../model/entry.ts";
import {toFieldValue} from "../model/entry.ts";
import type {QueryResult} from "../model/query-result.ts";
import type {Store} from "../store/store.ts";
import {inferSchema} from "./infer-schema.ts";
import {createRowFinder} from "./row-source.ts";

export interface KeepOptions {
  readonly store: Store;
  readonly result: QueryResult;
  /** Row numbers of the result. */
  readonly rows: readonly number[] | "all";
  /** The type of the entries, there already or new. Fields that its schema lacks are added to it. */
  readonly type: EntryType;
  /** The field of each column; null leaves a column out. A column that is not named keeps its name. */
  readonly columns?: Readonly<Record<string, string | null>>;
  /** The columns that name a row and tell it apart; where they are not given, the type says so. */
  readonly titleColumn?: string;
  readonly keyColumn?: string | null;
  readonly tags?: readonly string[];
  /** What the lake's catalogue says of which rows came from which file. */
  readonly parts?: readonly LakePart[];
  /** What becomes of a row's fields before they are kept, such as what a person typed in a form. */
  readonly toFields?: (fields: Fields, type: EntryType) => Fields;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Kept {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** The entry of each row, in order. */
  readonly ids: readonly string[];
  /** What undo takes back, the type too where it was made for this; null where nothing was different. */
  readonly group: string | null;
}

/**
 * Makes entries of rows, in one write. Doing it again makes none twice: the same thing has the same key, else comes from
 * the same row of the same file, else has the same fields. Throws `InputError` on rows and columns that are not there.
 */
export async function keepRows(options: KeepOptions): Promise<Kept> {
  const {store, signal, onProgress} = options;
  const {type, drafts} = await prepareRows(options);
  const count = drafts.length;
  return store.entries.upsertAll(drafts, {
    types: [type],
    what: `Keep ${count.toLocaleString("en")} ${count === 1 ? `row as ${type.label}` : `rows as ${type.plural}`}`,
    signal,
    onProgress
  });
}

/** The rows as drafts of entries, and the type with what it lacks for them. Throws as `keepRows`. */
export async function prepareRows(
  options: Omit<KeepOptions, "store">
): Promise<{type: EntryType; drafts: EntryDraft[]}> {
  const {result, columns = {}, tags = [], parts = [], signal, toFields} = options;
  const rows =
    options.rows === "all" ? Array.from({length: result.numRows}, (_, i) => i) : options.rows;
  const missing = rows.find((row) => !Number.isInteger(row) || row < 0 || row >= result.numRows);
  if (missing !== undefined)
    throw new InputError(`row not in result: ${missing} (it has ${result.numRows})`);
  const fieldOf = toFieldNames(result.columns, columns);
  const type = toKeptType(options, rows, fieldOf);
  const kinds = result.kinds();
  const findSource = createRowFinder(result.provenance, parts);
  const pause = createPause(signal);
  const drafts: EntryDraft[] = [];
  for (const row of rows) {
    const values = fieldOf.map((name, column): [string, unknown] | undefined =>
      name === null ? undefined : [name, toFieldValue(result.value(row, column), kinds[column])]
    );
    const fields = Object.fromEntries(values.filter((field) => field !== undefined));
    drafts.push({
      type: type.name,
      fields: toFields ? toFields(fields, type) : fields,
      tags,
      source: findSource(row)
    });
    await pause();
  }
  return {type, drafts};
}

/** The field of each column, in order. Two columns cannot be one field. */
function toFieldNames(
  names: readonly string[],
  columns: Readonly<Record<string, string | null>>
): (string | null)[] {
  const unknown = Object.keys(columns).find((name) => !names.includes(name));
  if (unknown !== undefined) throw columnNotFound(unknown, names);
  const fields = names.map((name) => (Object.hasOwn(columns, name) ? columns[name]! : name));
  const doubled = fields.find((field, i) => field !== null && fields.indexOf(field) !== i);
  if (doubled !== undefined)
    throw new InputError(
      `two columns would be one field: ${doubled}; rename or leave out one of them`
    );
  return fields;
}

/** The type with the fields that it lacks for these rows, and with the title and key that were chosen. */
function toKeptType(
  {result, type, titleColumn, keyColumn}: Omit<KeepOptions, "store">,
  rows: readonly number[],
  fieldOf: readonly (string | null)[]
): EntryType {
  const inferred = inferSchema(result, rows).schema.properties;
  const lacking = result.columns.flatMap((column, i) => {
    const field = fieldOf[i];
    return typeof field !== "string" || Object.hasOwn(type.schema.properties, field)
      ? []
      : [[field, inferred[column]!] as const];
  });
  const toField = (column: string): string => {
    const field = fieldOf[result.columns.indexOf(column)];
    if (field === undefined) throw columnNotFound(column, result.columns);
    if (field === null)
      throw new InputError(`column is left out, so it cannot be title or key: ${column}`);
    return field;
  };
  return toEntryType({
    ...type,
    schema: {
      ...type.schema,
      properties: {...type.schema.properties, ...Object.fromEntries(lacking)}
    },
    ...(titleColumn !== undefined && {titleField: toField(titleColumn)}),
    ...(keyColumn !== undefined && {keyField: keyColumn === null ? null : toField(keyColumn)})
  });
}

function columnNotFound(column: string, names: readonly string[]): InputError {
  return new InputError(`column not in result: ${column} (there are: ${names.join(", ")})`);
}
