import {isAtField} from "./problem-path.ts";

type Values = Readonly<Record<string, unknown>>;

/** The values with another one (undefined: without it), in the order of `names`; what they do not name comes last. */
export function withValue(
  values: Values,
  name: string,
  value: unknown,
  names: readonly string[]
): Record<string, unknown> {
  const place = (key: string): number => {
    const found = names.indexOf(key);
    return found < 0 ? names.length : found;
  };
  const entries = Object.entries({...values, [name]: value})
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => place(a) - place(b));
  return Object.fromEntries(entries);
}

/** Problems in the order of the fields that they are at. */
export function sortProblems(
  problems: Iterable<[path: string, what: string]>,
  names: readonly string[]
): [path: string, what: string][] {
  const place = (path: string): number => names.findIndex((name) => isAtField(path, name));
  return [...problems].sort(([a], [b]) => place(a) - place(b));
}
