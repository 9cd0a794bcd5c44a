import {omit} from "../../lib/omit.ts";
import type {Value} from "../../model/column.ts";
import type {FieldSchema} from "../../model/schema.ts";
import {toTextSchema, toValueSchema} from "../infer-field.ts";
import {findProblems} from "../validate.ts";

/** Values of a field that are looked at; more of them say little more. */
const MAX_VALUES = 20_000;
const MAX_CHOICES = 100;

/** What a field holds, over all entries that were looked at. */
export class FieldValues {
  /** Entries that have a value. */
  count = 0;
  /** Entries whose value does not fit the field. */
  misfits = 0;
  /** The first values, misfits among them in any case. */
  readonly values: unknown[] = [];

  add(value: unknown, isMisfit: boolean): void {
    ++this.count;
    if (isMisfit) ++this.misfits;
    if (isMisfit || this.values.length < MAX_VALUES) this.values.push(value);
  }
}

/** The schema that values fit, as strict as they allow. */
export function inferValues(values: readonly unknown[]): FieldSchema {
  return values.every((value) => typeof value === "string")
    ? toTextSchema(values)
    : toValueSchema(values as readonly Value[]);
}

/** The schema, changed as little as it takes for all these values to fit. */
export function loosen(schema: FieldSchema, values: readonly unknown[]): FieldSchema {
  const candidates = [withChoices(schema, values), withLimits(schema, values)];
  return (
    candidates.find((candidate) => candidate && fitAll(candidate, values)) ?? {
      ...toWords(schema),
      ...inferValues(values)
    }
  );
}

/** A stricter schema that all values fit already; undefined where there is none to tell of. */
export function tighten(schema: FieldSchema, values: readonly unknown[]): FieldSchema | undefined {
  const inferred = inferValues(values);
  const isPlain = schema.enum === undefined && schema["x-lakebook"]?.kind === undefined;
  const isStricter =
    schema.type === undefined
      ? inferred.type !== undefined
      : schema.type === "number"
        ? inferred.type === "integer"
        : schema.type === "string" &&
          (inferred.enum !== undefined || inferred.format !== undefined) &&
          schema.format === undefined &&
          schema.pattern === undefined;
  return isPlain && isStricter ? {...schema, ...inferred} : undefined;
}

function fitAll(schema: FieldSchema, values: readonly unknown[]): boolean {
  const whole = {type: "object", properties: {value: schema}} as const;
  return values.every((value) => findProblems(whole, {value}).size === 0);
}

/** A choice with those values that it has not got. */
function withChoices(schema: FieldSchema, values: readonly unknown[]): FieldSchema | undefined {
  if (!schema.enum) return undefined;
  const scalars = values.filter(
    (value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean"
  );
  const choices = [...new Set([...schema.enum, ...scalars])];
  return choices.length <= MAX_CHOICES ? {...schema, enum: choices} : undefined;
}

/** Limits moved to where the values are; a pattern or format that they do not have is gone. */
function withLimits(schema: FieldSchema, values: readonly unknown[]): FieldSchema {
  const {minimum, maximum, minLength, maxLength, format, ...rest} = omit(schema, ["pattern"]);
  const numbers = values.filter((value) => typeof value === "number");
  const lengths = values.filter((value) => typeof value === "string").map(({length}) => length);
  const kept = format === "multiline" ? {format} : {};
  return {
    ...rest,
    ...kept,
    ...(minimum !== undefined && {minimum: least(numbers, minimum)}),
    ...(maximum !== undefined && {maximum: most(numbers, maximum)}),
    ...(minLength !== undefined && {minLength: least(lengths, minLength)}),
    ...(maxLength !== undefined && {maxLength: most(lengths, maxLength)})
  };
}

function least(values: readonly number[], first: number): number {
  return values.reduce((a, b) => Math.min(a, b), first);
}

function most(values: readonly number[], first: number): number {
  return values.reduce((a, b) => Math.max(a, b), first);
}

/** What a schema says to people: it outlives another kind of value. */
function toWords({title, description, "x-lakebook": hints = {}}: FieldSchema): FieldSchema {
  const {group, width, when} = hints;
  const kept = {...(group && {group}), ...(width && {width}), ...(when && {when})};
  return {
    ...(title !== undefined && {title}),
    ...(description !== undefined && {description}),
    ...(Object.keys(kept).length > 0 && {"x-lakebook": kept})
  };
}
