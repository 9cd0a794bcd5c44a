import {UnavailableError, toMessage} from "../lib/errors.ts";
import {toLostFile} from "../lib/lost-file.ts";

/** What DuckDB-WASM says where a range of the lake's file does not come. */
const LOST = /Range request for .* failed|NetworkError/;
/** And of a block of which only a part came; it never asks for it again. */
const TORN = /Corrupt database file/;

/**
 * Whether the lake's file came whole as yet. A read that breaks off leaves a torn block in the engine's memory, which is
 * then called corrupt for good, though the file is sound: only another engine reads it anew.
 */
export class TornLake {
  readonly #url: string | undefined;
  #isTorn = false;

  constructor(url: string | undefined) {
    this.#url = url;
  }

  /** What is told of an error: of one of a read that broke off, where the file lies and what to do. */
  toError(error: unknown): unknown {
    if (this.#url === undefined) return error;
    const lost = toLostLake(error, this.#url);
    if (lost) {
      this.#isTorn = true;
      return lost;
    }
    return this.#isTorn && TORN.test(toMessage(error)) ? createLostLake(error, this.#url) : error;
  }

  /** Whether the lake is torn, and can be read anew now. */
  async canMend(): Promise<boolean> {
    if (!this.#isTorn || this.#url === undefined) return false;
    try {
      return (await fetch(this.#url, {method: "HEAD", cache: "no-store"})).ok;
    } catch {
      return false; // not as yet; what needs no lake goes on
    }
  }

  mend(): void {
    this.#isTorn = false;
  }
}

/** The error of a read for which the lake's file did not come; undefined of any other. */
export function toLostLake(error: unknown, url: string): UnavailableError | undefined {
  const message = toMessage(error);
  return LOST.test(message) && message.includes(url) ? createLostLake(error, url) : undefined;
}

function createLostLake(cause: unknown, url: string): UnavailableError {
  return new UnavailableError(`lake not read: ${toLostFile(url)}, then try again`, {cause});
}
