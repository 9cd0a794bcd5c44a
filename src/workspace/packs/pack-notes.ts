import {toMessage} from "../../lib/errors.ts";
import type {Problem} from "../../model/problem.ts";

/** What is wrong in one file of a pack, gathered: whoever writes a pack wants all of it at once. */
export class PackNotes {
  readonly #file: string;
  readonly #problems: Problem[];

  constructor(file: string, problems: Problem[]) {
    this.#file = file;
    this.#problems = problems;
  }

  /** `where` is a path in the JSON, such as `schema/properties/name`. */
  add(where: string, what: string): void {
    this.#problems.push({file: this.#file, where, what});
  }

  /** What `work` gives; what it throws is a problem, and it gives nothing. */
  try<T>(where: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.add(where, toMessage(error));
      return undefined;
    }
  }

  /** The object that a JSON text holds. */
  readObject(text: string): Readonly<Record<string, unknown>> | undefined {
    const value = this.try("", () => JSON.parse(text) as unknown);
    if (value === undefined || isObject(value)) return value;
    this.add("", "not an object: a file holds one, in braces");
    return undefined;
  }

  /** Names a key that nothing reads: it is a slip more often than not. */
  refuseOthers(
    value: Readonly<Record<string, unknown>>,
    known: readonly string[],
    where = ""
  ): void {
    for (const key of Object.keys(value))
      if (!known.includes(key))
        this.add(join(where, key), `key not known (there are: ${known.join(", ")})`);
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/** A path in JSON. */
export function join(...steps: readonly (string | number)[]): string {
  return steps.filter((step) => step !== "").join("/");
}
