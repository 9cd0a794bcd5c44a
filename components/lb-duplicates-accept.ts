import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {AcceptChoice, AcceptMode, EntryType, MergeRule} from "../src/index.ts";
import {MERGE_RULES} from "./lb-merge-dialog.ts";
import {ACCEPT_WORDS} from "./match-words.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Somebody chose what becomes of what is one. */
export class AcceptChoiceEvent extends Event {
  readonly choice: AcceptChoice;

  constructor(choice: AcceptChoice) {
    super("lb-accept-choice");
    this.choice = choice;
  }
}

/**
 * What becomes of records that are one: they are merged, kept, joined, or it is only remembered.
 *
 * @fires lb-accept-choice - with what was chosen
 */
export class LbDuplicatesAccept extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      .row {
        gap: var(--lb-1) var(--lb-2);
      }
      select {
        max-width: 100%;
      }
    `
  ];
  static override properties = {
    modes: {attribute: false},
    choice: {attribute: false},
    types: {attribute: false},
    fresh: {attribute: false}
  };

  declare modes: readonly AcceptMode[];
  declare choice: AcceptChoice;
  declare types: readonly EntryType[];
  /** The type that is made of rows where none is chosen; undefined of entries. */
  declare fresh: EntryType | undefined;

  constructor() {
    super();
    this.modes = this.types = [];
  }

  #choose(change: Partial<AcceptChoice>): void {
    this.dispatchEvent(new AcceptChoiceEvent({...this.choice, ...change}));
  }

  #renderSelect(
    id: string,
    label: string,
    options: readonly (readonly [value: string, text: string])[],
    value: string,
    choose: (value: string) => void
  ): TemplateResult {
    return html`<label for=${id}>${label}</label>
      <select
        id=${id}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${options.map(
          ([one, text]) => html`<option value=${one} ?selected=${one === value}>${text}</option>`
        )}
      </select>`;
  }

  #renderType(): TemplateResult {
    const {fresh, types, choice} = this;
    const isNew = fresh && types.every(({name}) => name !== fresh.name);
    const options = types.map(({name, label}) => [name, label] as const);
    return this.#renderSelect(
      "type",
      "of the type",
      isNew ? [["", `${fresh.label} (new)`], ...options] : options,
      choice.type?.name ?? (isNew ? "" : (fresh?.name ?? "")),
      (name) => this.#choose({type: types.find((type) => type.name === name)})
    );
  }

  #renderRule(): TemplateResult {
    // rows have no time of their own
    const rules = (Object.keys(MERGE_RULES) as MergeRule[]).filter(
      (rule) => rule !== "newest" || this.choice.mode === "merge"
    );
    return this.#renderSelect(
      "rule",
      "with the values that are",
      rules.map((rule) => [rule, MERGE_RULES[rule].toLowerCase()]),
      this.choice.rule,
      (rule) => this.#choose({rule: rule as MergeRule})
    );
  }

  override render(): TemplateResult {
    const {mode} = this.choice;
    const {modes} = this;
    return html`<div class="row">
      ${
        modes.length === 1
          ? html`<span>When they are one: ${ACCEPT_WORDS[mode]}</span>`
          : this.#renderSelect(
              "mode",
              "When they are one:",
              modes.map((one) => [one, ACCEPT_WORDS[one]]),
              mode,
              (one) => this.#choose({mode: one as AcceptMode})
            )
      }
      ${mode === "keep" ? this.#renderType() : nothing}
      ${mode === "merge" || mode === "keep" ? this.#renderRule() : nothing}
    </div>`;
  }
}

customElements.define("lb-duplicates-accept", LbDuplicatesAccept);

declare global {
  interface HTMLElementTagNameMap {
    "lb-duplicates-accept": LbDuplicatesAccept;
  }
  interface HTMLElementEventMap {
    "lb-accept-choice": AcceptChoiceEvent;
  }
}
