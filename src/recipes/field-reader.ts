import {InputError} from "../lib/errors.ts";

/** A JSON value and where it stands in its document, such as `steps[2].columns`. */
export interface Field {
  readonly path: string;
  readonly value: unknown;
}

/** Longer values are cut in messages. */
const MAX_SHOWN_CHARACTERS = 60;

/** Throws `InputError`: the path, what is expected there, and what is there. */
export function refuse({path, value}: Field, expected: string): never {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? typeof value);
  const shown =
    text.length > MAX_SHOWN_CHARACTERS ? `${text.slice(0, MAX_SHOWN_CHARACTERS)}…` : text;
  throw new InputError(`${path === "" ? "recipe" : path}: expected ${expected}, got ${shown}`);
}

/** How each field of a thing is read; fields that may be left out may give nothing. */
export type Readers<T> = {
  readonly [K in keyof T]-?: (field: Field) => object extends Pick<T, K> ? T[K] | undefined : T[K];
};

/**
 * An object read field by field, in the order of `readers`. Throws `InputError` where it is none, or has a field that is
 * not among them: what is misspelt would be lost without a word.
 */
export function readObject<T>(field: Field, readers: Readers<T>): T {
  const {path, value} = field;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    refuse(field, "an object");
  const given = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(readers) as (keyof T & string)[];
  const prefix = path === "" ? "" : `${path}.`;
  const unknown = Object.keys(given).find((name) => !(names as string[]).includes(name));
  if (unknown !== undefined)
    throw new InputError(`${prefix}${unknown}: field not known (there are: ${names.join(", ")})`);
  const entries = names.map((name) => {
    const own = Object.hasOwn(given, name) ? given[name] : undefined;
    return [name, readers[name]({path: `${prefix}${name}`, value: own})] as const;
  });
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined)) as T;
}

/** A reader that takes a field that is not there for `otherwise`. */
export function optional<T>(read: (field: Field) => T): (field: Field) => T | undefined;
export function optional<T>(read: (field: Field) => T, otherwise: T): (field: Field) => T;
export function optional<T>(
  read: (field: Field) => T,
  otherwise?: T
): (field: Field) => T | undefined {
  return (field) => (field.value === undefined ? otherwise : read(field));
}

export function readText(field: Field): string {
  return typeof field.value === "string" ? field.value : refuse(field, "a text");
}

/** A text with something in it, such as a column's name. */
export function readName(field: Field): string {
  const {value} = field;
  return typeof value === "string" && value.trim() !== "" ? value : refuse(field, "a name");
}

export function readFlag(field: Field): boolean {
  return typeof field.value === "boolean" ? field.value : refuse(field, "true or false");
}

/** A whole number from 0. */
export function readCount(field: Field): number {
  const {value} = field;
  return Number.isSafeInteger(value) && (value as number) >= 0
    ? (value as number)
    : refuse(field, "a whole number");
}

/** A reader of one of some texts. */
export function oneOf<const T extends string>(...choices: readonly T[]): (field: Field) => T {
  return (field) =>
    choices.find((choice) => choice === field.value) ??
    refuse(field, `one of ${choices.join(", ")}`);
}

export function readTexts(field: Field): readonly string[] {
  const {value} = field;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  return refuse(field, "a list of texts");
}

/** Names, none of them twice; case does not tell them apart. */
export function readNames(field: Field): readonly string[] {
  const {path, value} = field;
  const isName = (item: unknown): boolean => typeof item === "string" && item.trim() !== "";
  if (!Array.isArray(value) || !value.every(isName)) refuse(field, "a list of names");
  const names = value as string[];
  const folded = names.map((name) => name.toLowerCase());
  const twice = names.find((_, i) => folded.indexOf(folded[i]!) < i);
  if (twice !== undefined) throw new InputError(`${path}: a name stands twice: ${twice}`);
  return names;
}

/** As `readNames`, at least one. */
export function readSomeNames(field: Field): readonly string[] {
  const names = readNames(field);
  return names.length > 0 ? names : refuse(field, "at least one name");
}

/** A reader of an object used as a map: what `read` makes of each of its values, by name. */
export function mapOf<T>(
  expected: string,
  read: (field: Field) => T
): (field: Field) => Readonly<Record<string, T>> {
  return (field) => {
    const {path, value} = field;
    if (typeof value !== "object" || value === null || Array.isArray(value))
      refuse(field, expected);
    const entries = Object.entries(value as Readonly<Record<string, unknown>>);
    return Object.fromEntries(
      entries.map(([name, value]) => {
        const item = {path: `${path}[${JSON.stringify(name)}]`, value};
        return [name, read(item)];
      })
    );
  };
}
