import type {PropertyValues, TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import {toMessage} from "../src/index.ts";
import {FieldElement} from "./field-element.ts";
import {toText} from "./input-value.ts";
import type {SqlProblem, TypeContext} from "./type-context.ts";

const TYPING_PAUSE_MS = 400;

/**
 * The SQL expression of a computed field, tried while it is written: what is wrong with it is said with its place.
 *
 * @fires lb-change - with what is different in the field
 */
export class LbFieldSql extends FieldElement {
  static override styles = [
    ...FieldElement.styles,
    css`
      textarea {
        font-family: var(--lb-mono);
        font-size: var(--lb-size-table);
        field-sizing: content;
        min-height: 34px;
      }
    `
  ];
  static override properties = {
    ...FieldElement.properties,
    check: {attribute: false},
    state: {state: true}
  };

  declare check: TypeContext["checkSql"];
  declare protected state: "" | "fits" | SqlProblem;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor() {
    super();
    this.state = "";
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const former = changed.get("field");
    if (changed.has("field") && former?.schema !== this.field.schema) this.#checkSoon();
  }

  get #sql(): string {
    return this.field.schema["x-lakebook"]?.sql ?? "";
  }

  #checkSoon(): void {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    this.#timer = setTimeout(() => void this.#check(turn), TYPING_PAUSE_MS);
  }

  async #check(turn: number): Promise<void> {
    const {check} = this;
    const sql = this.#sql;
    if (!check || sql.trim() === "") {
      this.state = "";
      return;
    }
    const problem = await check(sql).catch((error: unknown) => ({
      message: `cannot be checked now: ${toMessage(error)}`,
      offset: undefined
    }));
    // an answer about a text that is no longer there is none
    if (turn === this.#turn) this.state = problem ?? "fits";
  }

  #goTo(offset: number): void {
    const area = this.renderRoot.querySelector("textarea")!;
    area.focus();
    area.setSelectionRange(offset, offset + 1);
  }

  #renderState(): TemplateResult | typeof nothing {
    const {state} = this;
    if (state === "") return nothing;
    if (state === "fits")
      return html`<span class="hint" role="status">The expression works.</span>`;
    const {message, offset} = state;
    return html`<span class="bad" role="alert">${message}</span> ${
        offset === undefined
          ? nothing
          : html`<button type="button" @click=${() => this.#goTo(offset)}>
              Go to ${toPlace(this.#sql, offset)}
            </button>`
      }`;
  }

  override render(): TemplateResult {
    return html`<div class="options">
      <label class="wide">
        SQL over the other fields of an entry
        <textarea
          spellcheck="false"
          aria-label="Expression of ${this.label}"
          aria-invalid=${typeof this.state === "object"}
          placeholder="quantity * price"
          .value=${this.#sql}
          @input=${(event: Event) => this.changeHints({sql: toText(event)})}
        ></textarea>
      </label>
      <div class="wide">${this.#renderState()}</div>
    </div>`;
  }
}

/** A place as people count: from 1. */
function toPlace(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}

customElements.define("lb-field-sql", LbFieldSql);

declare global {
  interface HTMLElementTagNameMap {
    "lb-field-sql": LbFieldSql;
  }
}
