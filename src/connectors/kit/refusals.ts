import type {Problem} from "../../model/problem.ts";
import type {Reject} from "../../model/table.ts";

const MAX_REJECTS = 1000;

/** Collects the rows of a file that stand in no table. */
export class Refusals {
  readonly #path: string;
  readonly #rejects: Reject[] = [];
  #count = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** `where` is the place in the file, `text` the row as it stands there, `what` why it is refused. */
  add(where: string, text: string, what: string): void {
    ++this.#count;
    if (this.#rejects.length < MAX_REJECTS) this.#rejects.push({where, text, what});
  }

  /** The first 1,000 of them, and, where there are any, the problem that counts them all. */
  notes(): {problems: Problem[]; rejects: readonly Reject[]} {
    const [first] = this.#rejects;
    if (!first) return {problems: [], rejects: []};
    const what = `${this.#count} ${this.#count === 1 ? "row" : "rows"} refused: ${first.what}`;
    return {problems: [{file: this.#path, where: first.where, what}], rejects: this.#rejects};
  }
}
