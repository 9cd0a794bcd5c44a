import {InputError} from "../../lib/errors.ts";
import {quoteIdentifier, quoteText} from "../../lib/sql.ts";
import type {Column} from "../../model/column.ts";

/** Rows of one target that came in at one time. `relation` stands after FROM, and is read several times. */
export interface Stage {
  readonly relation: string;
  readonly columns: readonly Column[];
}

/** Rows of several stages under each other, in order. */
export interface Stack {
  /** A query for them: columns by name, each in a type that holds the values of all stages. */
  readonly sql: string;
  /** The columns of all stages, in the order in which they first come. */
  readonly names: readonly string[];
  /** Columns that tell a row from others; two rows that are alike in them, null being like null, are one. */
  readonly identity: readonly string[];
  /** Those of the key; all, where there is no key. */
  readonly key: readonly string[];
  /** Columns with the stage's place in the list, the row's place in it from 1, and the row's place among all. */
  readonly stage: string;
  readonly number: string;
  readonly order: string;
}

/** More rows than a stage will ever have; an order is stage × this + row, exact in a BIGINT. */
const ROWS_PER_STAGE = 2 ** 40;

/**
 * Puts stages under each other and says which rows are one. With a key those are rows of one key; a row that lacks a
 * value of the key is told from others by all of its values. Without a key it is by all values too, and the second
 * such row of a stage is another than the first: who pays for two coffees on one day has two rows, and still has two
 * when the file comes in again. Throws `InputError` where no stage has a column of the key.
 */
export function toStack(stages: readonly Stage[], key: readonly string[]): Stack {
  const names = unionNames(stages);
  const keyNames = key.map((name) => findName(names, name));
  const hide = (base: string): string => toFreeName(base, names);
  const [stage, number, order, whole, nth] = ["stage", "number", "order", "whole", "nth"].map(
    hide
  ) as [string, string, string, string, string];
  const parts = stages.map(({relation, columns}, i) => {
    const list = columns.map(({name}) => quoteIdentifier(name)).join(", ");
    return `SELECT ${list}, ${i} AS ${stage}, row_number() OVER () AS ${number} FROM ${relation}`;
  });
  const all = `SELECT *, ${stage}::BIGINT * ${ROWS_PER_STAGE} + ${number} AS ${order} FROM (${parts.join(" UNION ALL BY NAME ")})`;
  const quoted = names.map(quoteIdentifier);
  if (key.length === 0) {
    const group = [stage, ...quoted].join(", ");
    return {
      sql: `SELECT *, row_number() OVER (PARTITION BY ${group} ORDER BY ${order}) AS ${nth} FROM (${all})`,
      names,
      identity: [...names, nth],
      key: names,
      stage,
      number,
      order
    };
  }
  const lacks = keyNames.map((name) => `${quoteIdentifier(name)} IS NULL`).join(" OR ");
  const struct = names.map((name) => `${quoteText(name)}: ${quoteIdentifier(name)}`).join(", ");
  return {
    sql: `SELECT *, CASE WHEN ${lacks} THEN {${struct}} END AS ${whole} FROM (${all})`,
    names,
    identity: [...keyNames, whole],
    key: keyNames,
    stage,
    number,
    order
  };
}

/** The places of the stages that have a column by that name. */
export function findStages(stages: readonly Stage[], name: string): number[] {
  return stages.flatMap(({columns}, i) => (hasColumn(columns, name) ? [i] : []));
}

export function hasColumn(columns: readonly Column[], name: string): boolean {
  return columns.some((column) => column.name.toLowerCase() === name.toLowerCase());
}

function unionNames(stages: readonly Stage[]): string[] {
  const names = new Map<string, string>();
  for (const {name} of stages.flatMap(({columns}) => columns)) {
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()];
}

function findName(names: readonly string[], name: string): string {
  const found = names.find((other) => other.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  throw new InputError(`column of the key not there: ${name} (there are: ${names.join(", ")})`);
}

function toFreeName(base: string, names: readonly string[]): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let name = `_${base}`;
  while (taken.has(name)) name = `_${name}`;
  return name;
}
