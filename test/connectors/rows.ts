import {expect} from "vitest";
import type {Connector} from "../../src/model/format.ts";
import type {DataTable} from "../../src/model/table.ts";
import {toByteSource} from "../../src/model/bytes.ts";
import type {Problem} from "../../src/model/problem.ts";
import {read} from "../formats/read.ts";

export type Row = Record<string, unknown>;

/** A table's rows as objects; with names, of these columns only. */
export function toRows(table: DataTable | undefined, ...names: string[]): Row[] {
  const all = table?.columns ?? [];
  const columns =
    names.length === 0 ? all : names.map((name) => all.find((column) => column.name === name)!);
  const count = columns[0]?.values.length ?? 0;
  return Array.from({length: count}, (_, i) => {
    const row: Row = {};
    for (const {name, values} of columns) row[name] = values[i];
    return row;
  });
}

/** Rows without the columns in which they have no value. */
export function dropNulls(rows: readonly Row[]): Row[] {
  return rows.map((row) => {
    const rest: Row = {};
    for (const [name, value] of Object.entries(row)) if (value !== null) rest[name] = value;
    return rest;
  });
}

/** What a connector makes of a file: the rows of its tables by name, whether it reads at once or in a stream. */
export async function connect(
  connector: Connector,
  content: string | Uint8Array,
  path: string
): Promise<{tables: Record<string, Row[]>; problems: readonly Problem[]; details: Row}> {
  const found: DataTable[] = [];
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const notes = connector.stream
    ? await connector.stream(
        toByteSource(path, bytes),
        {write: (table) => Promise.resolve(void found.push(table))},
        {path}
      )
    : await read(connector, content, path);
  if ("tables" in notes) found.push(...(notes.tables as DataTable[]));
  for (const {name, key} of found)
    expect(connector.tables.find((table) => table.name === name)?.key).toEqual(key);
  const tables: Record<string, Row[]> = {};
  for (const table of found) (tables[table.name] ??= []).push(...toRows(table));
  return {tables, problems: notes.problems, details: {...notes.details}};
}
