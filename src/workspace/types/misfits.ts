import {omit} from "../../lib/omit.ts";
import {isSame} from "../../lib/same.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Fields} from "../../model/entry.ts";
import type {FieldSchema, ObjectSchema} from "../../model/schema.ts";
import type {Store} from "../../store/store.ts";
import {findProblems} from "../validate.ts";
import {moveValues} from "./value-fix.ts";
import type {ScanOptions} from "./scan-family.ts";
import {readTypes, scanFamily, toFamilySchemas} from "./scan-family.ts";

const MAX_SAMPLES = 50;
const NOT_A_FIELD = "is not a field of the type";

/** A field in which values do not fit its type. */
export interface MisfitField {
  readonly field: string;
  /** The entries, in the order of their making. */
  readonly ids: readonly string[];
  /** Those of them that fitted before the type was changed; all of them where no former type was given. */
  readonly newCount: number;
  /** What is wrong, the commonest first. */
  readonly reasons: readonly {readonly what: string; readonly count: number}[];
  /** Some of the values, none twice. */
  readonly samples: readonly unknown[];
}

export interface MisfitReport {
  /** Entries of the type and of those that extend it. */
  readonly entries: number;
  readonly fields: readonly MisfitField[];
  /** Entries that have a value under one of the former names. */
  readonly renamed: readonly string[];
}

export interface MisfitOptions extends ScanOptions {
  /** The type as it was, to tell what fits no longer from what never did. */
  readonly former?: EntryType | undefined;
  /** The names that values move to, by the names that they are under. */
  readonly renames?: ReadonlyMap<string, string> | undefined;
}

/**
 * The values that do not fit a type as it is given, be it stored so or not: those that its schema refuses, and those of
 * fields that it does not have. Nothing is changed.
 */
export async function findMisfits(
  store: Store,
  type: EntryType,
  {former, renames = new Map<string, string>(), ...options}: MisfitOptions = {}
): Promise<MisfitReport> {
  const types = await readTypes(store, type);
  const schemas = toFamilySchemas(type.name, types);
  const formerSchemas = former && toFamilySchemas(type.name, new Map(types).set(type.name, former));
  const found = new Map<string, Collected>();
  const formerNames = new Map([...renames].map(([from, to]) => [to, from]));
  const renamed: string[] = [];
  let entries = 0;
  for await (const {id, type: name, fields: given} of scanFamily(
    store,
    new Set(schemas.keys()),
    options
  )) {
    ++entries;
    const fields = moveValues(given, renames);
    if (fields !== given) renamed.push(id);
    const problems = findFieldProblems(schemas.get(name)!, fields);
    if (problems.size === 0) continue;
    const before = formerSchemas && findFieldProblems(formerSchemas.get(name)!, given);
    for (const [field, what] of problems) {
      const collected = found.get(field) ?? new Collected();
      found.set(field, collected);
      collected.add(id, what, fields[field], !before?.has(formerNames.get(field) ?? field));
    }
  }
  return {
    entries,
    renamed,
    fields: [...found].map(([field, collected]) => collected.toField(field))
  };
}

/** What is wrong with each field of an entry, in words, by the field's name; fields that the schema does not have with it. */
export function findFieldProblems(
  schema: ObjectSchema,
  fields: Fields
): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  for (const [path, what] of findProblems(schema, fields)) {
    const [field = "", ...rest] = path.split("/");
    if (field !== "" && !problems.has(field))
      problems.set(field, rest.length === 0 ? what : `${rest.join("/")} ${what}`);
  }
  for (const [name, value] of Object.entries(fields))
    if (value !== null && value !== undefined && !Object.hasOwn(schema.properties, name))
      problems.set(name, NOT_A_FIELD);
  return problems;
}

/** True where a change from one type to another can make no value fit less: only words and order are others. */
export function isHarmless(before: EntryType, after: EntryType): boolean {
  return before.extends === after.extends && isSame(toRules(before.schema), toRules(after.schema));
}

/** The schema without what people only read. */
function toRules(schema: FieldSchema): object {
  const {properties, items, ...rest} = omit(schema, ["title", "description", "default"]);
  const rules = Object.entries(properties ?? {}).map(([name, one]) => [name, toRules(one)]);
  return {
    ...rest,
    ...(items && {items: toRules(items)}),
    ...(properties && {properties: Object.fromEntries(rules) as object})
  };
}

class Collected {
  readonly #ids: string[] = [];
  readonly #counts = new Map<string, number>();
  readonly #samples = new Map<string, unknown>();
  #newCount = 0;

  add(id: string, what: string, value: unknown, isNew: boolean): void {
    this.#ids.push(id);
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
    if (isNew) ++this.#newCount;
    if (value !== undefined && this.#samples.size < MAX_SAMPLES)
      this.#samples.set(JSON.stringify(value), value);
  }

  toField(field: string): MisfitField {
    const reasons = [...this.#counts].map(([what, count]) => ({what, count}));
    return {
      field,
      ids: this.#ids,
      newCount: this.#newCount,
      reasons: reasons.sort((a, b) => b.count - a.count),
      samples: [...this.#samples.values()]
    };
  }
}
