import {isRecord} from "../../formats/records.ts";

export type Json = Readonly<Record<string, unknown>>;

/** What stands at a path of keys; undefined where the path ends before. */
export function getAt(value: unknown, ...path: readonly string[]): unknown {
  let at = value;
  for (const key of path) at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return at;
}

/** The same as a text; null where there is none that says something. */
export function textAt(value: unknown, ...path: readonly string[]): string | null {
  const found = getAt(value, ...path);
  return typeof found === "string" && found.trim() !== "" ? found : null;
}

/** The same as a number, which Google sometimes writes as a text. */
export function numberAt(value: unknown, ...path: readonly string[]): number | null {
  const found = getAt(value, ...path);
  const number = typeof found === "string" && found !== "" ? Number(found) : found;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/** The same as a list; empty where there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = getAt(value, ...path);
  return Array.isArray(found) ? found : [];
}
