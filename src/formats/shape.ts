import type {MomentType} from "./moment.ts";
import {toMomentType} from "./moment.ts";

const MAX_DEPTH = 24;
const MAX_BIGINT = 2n ** 63n - 1n;
const INTEGER_TEXT = /^-?(?:0|[1-9]\d{0,17})$/;
const DOUBLE_TEXT = /^-?(?:0|[1-9]\d*)?\.\d+(?:[eE][+-]?\d{1,3})?$/;

/** The families of values that one column cannot hold together. */
export type Kind = "boolean" | "number" | "text" | "moment" | "bytes" | "list" | "struct" | "deep";

/** What has been seen of the values that are to stand in one column. */
export class Shape {
  readonly kinds = new Set<Kind>();
  readonly moments = new Set<MomentType>();
  /** Numbers that are no integers, or beyond what a double counts exactly. */
  double = false;
  /** Integers that a double does not hold exactly, and those that 64 bits do not hold. */
  long = false;
  huge = false;
  /** The items of lists. */
  item: Shape | undefined;
  /** The fields of objects, by key; how many objects there were, and how many fields they had in all. */
  fields: Map<string, Shape> | undefined;
  objects = 0;
  fieldCount = 0;
  readonly #readsText: boolean;

  /** With `readsText`, a text that is a number or `true` or `false` counts as such, and an empty one as none. */
  constructor({readsText = false}: {readsText?: boolean} = {}) {
    this.#readsText = readsText;
  }

  /** Takes one more value into account. */
  add(value: unknown, depth = 0): void {
    if (value === null || value === undefined) return;
    if (typeof value === "string") this.#addText(value);
    else if (typeof value === "number") this.#addNumber(value);
    else if (typeof value === "boolean") this.kinds.add("boolean");
    else if (typeof value === "bigint") this.#addInteger(value);
    else if (value instanceof Date) this.#addDate(value);
    else if (value instanceof Uint8Array) this.kinds.add("bytes");
    else if (depth >= MAX_DEPTH) this.kinds.add("deep");
    else if (Array.isArray(value)) this.#addList(value, depth);
    else this.#addObject(value, depth);
  }

  #addText(text: string): void {
    if (this.#readsText) {
      if (text === "") return;
      if (INTEGER_TEXT.test(text)) return this.#addInteger(BigInt(text));
      if (DOUBLE_TEXT.test(text)) return this.#addNumber(Number(text));
      if (text === "true" || text === "false") return void this.kinds.add("boolean");
    }
    const moment = this.kinds.has("text") ? undefined : toMomentType(text);
    if (moment) this.moments.add(moment);
    this.kinds.add(moment ? "moment" : "text");
  }

  #addNumber(value: number): void {
    this.kinds.add("number");
    if (!Number.isSafeInteger(value)) this.double = true;
  }

  #addInteger(value: bigint): void {
    this.kinds.add("number");
    if (value > MAX_BIGINT || value < -MAX_BIGINT - 1n) this.huge = true;
    else if (!Number.isSafeInteger(Number(value))) this.long = true;
  }

  #addDate(value: Date): void {
    this.kinds.add("moment");
    this.moments.add(value.getTime() % 86_400_000 === 0 ? "DATE" : "TIMESTAMP");
  }

  #addList(items: readonly unknown[], depth: number): void {
    this.kinds.add("list");
    this.item ??= this.#create();
    for (const item of items) this.item.add(item, depth + 1);
  }

  #addObject(object: object, depth: number): void {
    this.kinds.add("struct");
    this.fields ??= new Map();
    ++this.objects;
    for (const [key, field] of Object.entries(object)) {
      ++this.fieldCount;
      let shape = this.fields.get(key);
      if (!shape) this.fields.set(key, (shape = this.#create()));
      shape.add(field, depth + 1);
    }
  }

  #create(): Shape {
    return new Shape({readsText: this.#readsText});
  }

  /** Takes into account all that another shape has seen. */
  merge(other: Shape): void {
    for (const kind of other.kinds) this.kinds.add(kind);
    for (const moment of other.moments) this.moments.add(moment);
    this.double ||= other.double;
    this.long ||= other.long;
    this.huge ||= other.huge;
    this.objects += other.objects;
    this.fieldCount += other.fieldCount;
    if (other.item) (this.item ??= this.#create()).merge(other.item);
    for (const [key, field] of other.fields ?? []) {
      this.fields ??= new Map();
      let shape = this.fields.get(key);
      if (!shape) this.fields.set(key, (shape = this.#create()));
      shape.merge(field);
    }
  }
}
