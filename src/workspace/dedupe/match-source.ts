import {InputError} from "../../lib/errors.ts";

/** What duplicates are looked for in: a lake table, an imported table, or a type with those that extend it. */
export interface MatchSource {
  readonly schema: "lake" | "raw" | "ws";
  /** The table's name, or the type's. */
  readonly name: string;
}

/** `lake.people`, `raw.contacts`, `ws.person`; a name without a schema is a lake table. Throws `InputError`. */
export function toMatchSource(text: string): MatchSource {
  const [, schema = "lake", name = ""] = /^(?:([a-z]+)\.)?(.+)$/s.exec(text.trim()) ?? [];
  if (name === "" || (schema !== "lake" && schema !== "raw" && schema !== "ws"))
    throw new InputError(
      `source of records: ${text || "nothing"}; expected lake.table, raw.table or ws.type`
    );
  return {schema, name};
}

export function toSourceText({schema, name}: MatchSource): string {
  return `${schema}.${name}`;
}

/** What a search is kept by: the same sources are the same search. */
export function toJobId(first: string, second?: string): string {
  return second === undefined ? first : JSON.stringify([first, second]);
}
