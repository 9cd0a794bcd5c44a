import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Column} from "../src/index.ts";
import {FieldChangeEvent} from "./form-events.ts";
import {baseStyles, controlStyles} from "./styles.ts";

type Pairs = Readonly<Record<string, string | null>>;

/**
 * Names or values, each beside the one that takes its place. Over columns every column has a line; else lines are
 * added, and an empty box on the right means no value.
 *
 * @fires lb-change - with the pairs as they are now, as a record
 */
export class LbStepPairs extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        max-height: 220px;
        overflow: auto;
      }
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--lb-1);
        max-width: 560px;
        padding: 1px;
      }
      .pair > span {
        overflow-wrap: anywhere;
      }
    `
  ];
  static override properties = {
    columns: {attribute: false},
    pairs: {attribute: false},
    fresh: {state: true}
  };

  /** The columns that get names; undefined where the pairs are values. */
  declare columns: readonly Column[] | undefined;
  declare pairs: Pairs;
  /** What is being written as the next value on the left. */
  declare protected fresh: string;

  constructor() {
    super();
    this.pairs = {};
    this.fresh = "";
  }

  #change(pairs: readonly (readonly [string, string | null])[]): void {
    this.dispatchEvent(new FieldChangeEvent(Object.fromEntries(pairs)));
  }

  #set(from: string, to: string | null | undefined): void {
    const isThere = Object.hasOwn(this.pairs, from);
    const next = Object.entries(this.pairs)
      .map(([key, value]) => [key, key === from ? to : value] as const)
      .concat(isThere ? [] : [[from, to] as const]);
    this.#change(next.filter((pair): pair is [string, string | null] => pair[1] !== undefined));
  }

  #add(): void {
    const from = this.fresh;
    if (from === "") return;
    this.fresh = "";
    this.#set(from, from);
  }

  #renderRename(name: string): TemplateResult {
    const to = this.pairs[name] ?? "";
    return html`<div class="pair">
      <span>${name}</span><span aria-hidden="true">→</span>
      <input
        aria-label="New name of ${name}"
        placeholder=${name}
        autocomplete="off"
        .value=${to}
        @input=${(event: Event) => {
          const {value} = event.target as HTMLInputElement;
          this.#set(name, value.trim() === "" || value === name ? undefined : value);
        }}
      />
    </div>`;
  }

  #renderValue(from: string, to: string | null): TemplateResult {
    return html`<div class="pair">
      <span>${from}</span><span aria-hidden="true">→</span>
      <input
        aria-label="What ${from} becomes"
        placeholder="no value"
        autocomplete="off"
        .value=${to ?? ""}
        @input=${(event: Event) => this.#set(from, (event.target as HTMLInputElement).value || null)}
      />
      <button
        class="quiet"
        title="Leave this value as it is"
        aria-label="Leave ${from} as it is"
        @click=${() => this.#set(from, undefined)}
      >
        ×
      </button>
    </div>`;
  }

  #renderFresh(): TemplateResult {
    return html`<div class="pair">
      <input
        aria-label="A value"
        placeholder="a value"
        autocomplete="off"
        .value=${this.fresh}
        @input=${(event: Event) => (this.fresh = (event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          this.#add();
        }}
      />
      <button @click=${() => this.#add()} ?disabled=${this.fresh === ""}>Add value</button>
    </div>`;
  }

  override render(): TemplateResult {
    const {columns, pairs} = this;
    if (columns) {
      const names = columns.map(({name}) => name);
      const gone = Object.keys(pairs).filter((name) => !names.includes(name));
      return html`${[...names, ...gone].map((name) => this.#renderRename(name))}`;
    }
    const entries = Object.entries(pairs);
    return html`${entries.map(([from, to]) => this.#renderValue(from, to))}
    ${entries.length === 0 ? html`<p class="muted">No value yet.</p>` : nothing}
    ${this.#renderFresh()}`;
  }
}

customElements.define("lb-step-pairs", LbStepPairs);

declare global {
  interface HTMLElementTagNameMap {
    "lb-step-pairs": LbStepPairs;
  }
}
