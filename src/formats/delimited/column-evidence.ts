import {isNullWord} from "../../lib/null-words.ts";
import {toMomentType} from "../moment.ts";
import type {MomentType} from "../moment.ts";
import type {DateShape} from "./dates.ts";
import {toDateShape} from "./dates.ts";
import type {NumberStyle} from "./numbers.ts";
import {NUMBER_STYLES} from "./numbers.ts";

/** What the values of a column have in common. Only one of the kinds is there. */
export type ColumnEvidence = {
  /** Texts that stand for no value, if the column has a type. */
  readonly nulls: ReadonlySet<string>;
  /** How many values there are besides. */
  readonly count: number;
} & (
  | {readonly kind: "empty" | "text" | "boolean"}
  | {
      readonly kind: "number";
      readonly styles: readonly NumberStyle[];
      readonly values: readonly string[];
    }
  | {readonly kind: "moment"; readonly moments: ReadonlySet<MomentType>}
  | {
      readonly kind: "date";
      readonly shapes: ReadonlyMap<string, DateShape>;
      readonly order: SeenOrder;
    }
);

/** Which orders of day and month the numbers allow. */
export interface SeenOrder {
  readonly mayBeDayFirst: boolean;
  readonly mayBeMonthFirst: boolean;
  /** Where no date leaves a choice, there is nothing to ask. */
  readonly isAsked: boolean;
}

const BOOLEAN = /^(?:true|false)$/i;
/** Numbers that begin so are codes. */
const CODE = /^[+]|^-?0\d/;

/** Looks at all values of a column, and stops at the first that makes it text. */
export function findEvidence(values: Iterable<string>, given: ReadonlySet<string>): ColumnEvidence {
  const nulls = new Set<string>();
  const found = new Finder();
  let count = 0;
  for (const value of values) {
    if (value === "" || given.has(value)) continue;
    const text = value.trim();
    if (text === "") nulls.add(value);
    else if (isNullWord(text)) nulls.add(value);
    else {
      ++count;
      if (!found.add(text)) return {kind: "text", nulls, count};
    }
  }
  return {nulls, count, ...found.finish()};
}

class Finder {
  #kind: "number" | "moment" | "date" | "boolean" | undefined;
  #styles = NUMBER_STYLES;
  readonly #numbers: string[] = [];
  readonly #moments = new Set<MomentType>();
  readonly #shapes = new Map<string, DateShape>();
  #mayBeDayFirst = true;
  #mayBeMonthFirst = true;
  #isAsked = false;

  /** False where the column is text. */
  add(text: string): boolean {
    switch ((this.#kind ??= findKind(text))) {
      case "number":
        return this.#addNumber(text);
      case "moment":
        return this.#addMoment(text);
      case "date":
        return this.#addDate(text);
      case "boolean":
        return BOOLEAN.test(text);
      case undefined:
        return false;
    }
  }

  #addNumber(text: string): boolean {
    if (CODE.test(text)) return false;
    this.#styles = this.#styles.every(({pattern}) => pattern.test(text))
      ? this.#styles
      : this.#styles.filter(({pattern}) => pattern.test(text));
    this.#numbers.push(text);
    return this.#styles.length > 0;
  }

  #addMoment(text: string): boolean {
    const moment = toMomentType(text);
    if (moment === undefined) return false;
    this.#moments.add(moment);
    return true;
  }

  #addDate(text: string): boolean {
    const shape = toDateShape(text);
    if (!shape) return false;
    if (!this.#shapes.has(shape.format)) this.#shapes.set(shape.format, shape);
    if (shape.numbers) {
      const [first, second] = shape.numbers;
      this.#isAsked = true;
      if (first > 12) this.#mayBeMonthFirst = false;
      if (second > 12) this.#mayBeDayFirst = false;
    }
    return this.#mayBeDayFirst || this.#mayBeMonthFirst;
  }

  finish():
    | {kind: "empty" | "boolean"}
    | {kind: "number"; styles: readonly NumberStyle[]; values: readonly string[]}
    | {kind: "moment"; moments: ReadonlySet<MomentType>}
    | {kind: "date"; shapes: ReadonlyMap<string, DateShape>; order: SeenOrder} {
    switch (this.#kind) {
      case "number":
        return {kind: "number", styles: this.#styles, values: this.#numbers};
      case "moment":
        return {kind: "moment", moments: this.#moments};
      case "date": {
        const order = {
          mayBeDayFirst: this.#mayBeDayFirst,
          mayBeMonthFirst: this.#mayBeMonthFirst,
          isAsked: this.#isAsked
        };
        return {kind: "date", shapes: this.#shapes, order};
      }
      case "boolean":
        return {kind: "boolean"};
      case undefined:
        return {kind: "empty"};
    }
  }
}

function findKind(text: string): "number" | "moment" | "date" | "boolean" | undefined {
  if (NUMBER_STYLES.some(({pattern}) => pattern.test(text))) return "number";
  if (toMomentType(text) !== undefined) return "moment";
  if (toDateShape(text)) return "date";
  return BOOLEAN.test(text) ? "boolean" : undefined;
}
