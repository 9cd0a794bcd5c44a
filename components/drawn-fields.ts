import type {LitElement} from "lit";
import type {LbField} from "./lb-field.ts";
import type {LbTagInput} from "./lb-tag-input.ts";
import {isAtField} from "./problem-path.ts";

/** The fields of a form as they are drawn, with the tags behind them: what is typed in them, and the way between them. */
export class DrawnFields {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Takes what is still being typed for a value. */
  commit(): void {
    for (const field of this.#all) field.commit();
    this.#tags?.commit();
  }

  /** What is typed and no value of its field's kind, by path. */
  findMalformed(): [path: string, what: string][] {
    return this.#all.flatMap((field) => field.findMalformed());
  }

  focusFirst(): void {
    this.#leaves[0]?.focus();
  }

  /** Goes to the field at a path, or the innermost one around it; false where there is none. */
  focusAt(path: string): boolean {
    const field = this.#all.find((field) => isAtField(path, field.path))?.findAt(path);
    field?.focus();
    return field !== undefined;
  }

  /** Goes on from where Enter was pressed: to the next field, then to the tags; false from there. */
  focusNext(event: KeyboardEvent): boolean {
    const path = event.composedPath();
    const leaves = this.#leaves;
    const at = leaves.findIndex((leaf) => path.includes(leaf));
    const next = at < 0 ? undefined : (leaves[at + 1] ?? this.#tags);
    next?.focus();
    return next !== undefined && next !== null;
  }

  get #all(): LbField[] {
    return [...this.#host.renderRoot.querySelectorAll("lb-field")];
  }

  /** Those that can be typed into, in order, those inside of others too. */
  get #leaves(): LbField[] {
    return this.#all.flatMap(({leaves}) => leaves).filter(({isEditable}) => isEditable);
  }

  get #tags(): LbTagInput | null {
    return this.#host.renderRoot.querySelector("lb-tag-input");
  }
}
