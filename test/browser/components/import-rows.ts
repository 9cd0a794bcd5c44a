import {InputError, QueryResult, toColumnReader} from "../../../src/index.ts";
import type {Column, ParseOptions, Row, Step, StepEffect} from "../../../src/index.ts";

/** Rows of texts and whole numbers: all that the tests of elements need of a reader. */
export interface Rows {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** How a text would be read: told options, and guesses of delimiter and header. */
export function guessParse(text: string, told: ParseOptions): ParseOptions {
  const first = text.split("\n")[told.skip ?? 0] ?? "";
  const delimiter = [";", "\t", ","].find((mark) => first.includes(mark)) ?? ",";
  return {encoding: "utf-8", delimiter, quote: '"', skip: 0, header: 1, nulls: [], ...told};
}

export function parseRows(text: string, parse: ParseOptions): Rows {
  const lines = text.split("\n").filter((line) => line !== "");
  const [head = "", ...body] = lines.slice(parse.skip ?? 0);
  const names = head.split(parse.delimiter!);
  const cells = body.map((line) => line.split(parse.delimiter!));
  const columns = names.map((name, i): Column => {
    const isNumber = cells.every((row) => /^-?\d+$/.test(row[i] ?? ""));
    return {name, type: parse.types?.[name] ?? (isNumber ? "BIGINT" : "VARCHAR")};
  });
  const rows = cells.map((row) =>
    Object.fromEntries(
      columns.map(({name, type}, i) => [
        name,
        type === "BIGINT" ? Number(row[i]) : (row[i] ?? null)
      ])
    )
  );
  return {columns, rows};
}

/** Some of the kinds of steps; the others throw as a step that fails does. */
export function applyStep({columns, rows}: Rows, step: Step): Rows {
  if (step.off) return {columns, rows};
  switch (step.kind) {
    case "rename": {
      const rename = (name: string): string => step.columns[name] ?? name;
      return {
        columns: columns.map(({name, type}) => ({name: rename(name), type})),
        rows: rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, value]) => [rename(name), value]))
        )
      };
    }
    case "replace": {
      if (!columns.some(({name}) => name === step.column))
        throw new InputError(`column not in table: ${step.column}`);
      const replace = (row: Row): Row => ({
        ...row,
        [step.column]: (row[step.column] as string).replaceAll(step.find, step.with)
      });
      return {columns, rows: step.find === "" ? rows : rows.map(replace)};
    }
    case "cluster":
      return {
        columns,
        rows: rows.map((row) => {
          const value = row[step.column] as string;
          return {...row, [step.column]: step.values[value] ?? value};
        })
      };
    default:
      throw new InputError(`step not in this test: ${step.kind}`);
  }
}

export function toEffect(before: Rows, step: Step): StepEffect {
  const base = {rowsBefore: before.rows.length, failed: 0};
  try {
    const after = applyStep(before, step);
    const examples = before.rows
      .map((row, i) => ({before: row, after: after.rows[i]!}))
      .filter((example) => JSON.stringify(example.before) !== JSON.stringify(example.after));
    return {
      ...base,
      rowsAfter: after.rows.length,
      columnsAfter: after.columns,
      changed: examples.length,
      examples,
      failure: null
    };
  } catch (error) {
    const failure = (error as Error).message;
    const rowsAfter = before.rows.length;
    return {...base, rowsAfter, columnsAfter: before.columns, changed: 0, examples: [], failure};
  }
}

export function toSample({columns, rows}: Rows): QueryResult {
  return new QueryResult({
    fields: columns,
    readers: columns.map(({name}) => toColumnReader(rows.map((row) => row[name] ?? null)))
  });
}
