import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {
  Entry,
  EntryType,
  FieldSchema,
  Fields,
  MergeField,
  MergeRule,
  MergeSide,
  SideChoice,
  Store
} from "../src/index.ts";
import {chooseAll, findDifferences, toLabel, toMerged} from "../src/index.ts";
import {dialogStyles} from "./dialog-styles.ts";
import {formatField} from "./format-field.ts";
import {getOwn} from "./get-own.ts";
import "./lb-failure.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {isConflict, saveEntry} from "./save-entry.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";

/** Rules for all fields at once, as buttons say them. */
export const MERGE_RULES: Readonly<Record<MergeRule, string>> = {
  newest: "Newest",
  longest: "Longest",
  complete: "Most complete",
  both: "Both"
};

/** Two things are one entry now. */
export class MergedEvent extends Event {
  readonly entry: Entry;

  constructor(entry: Entry) {
    super("lb-merged");
    this.entry = entry;
  }
}

/** What is to be merged into an entry: another entry, or what somebody typed and nobody saved yet. */
export interface MergeOther extends MergeSide {
  /** Absent where it was never saved. */
  readonly id?: string | undefined;
}

/** Writes a merge as it was chosen; gives the entry that stays, and what undo takes back. */
export type MergeWrite = (
  kept: Entry,
  patch: {readonly fields: Fields; readonly tags: readonly string[]}
) => Promise<{readonly entry: Entry; readonly group: string | null}>;

interface Merge {
  readonly kept: Entry;
  readonly other: MergeOther;
  readonly type: EntryType | undefined;
  readonly fields: readonly MergeField[];
}

/**
 * Makes one entry of two: where they differ somebody chooses, for all fields at once or one by one. Tags are joined;
 * edges and addresses of the other lead to the one that is kept, and undo parts them again.
 *
 * @fires lb-merged - with the entry that was kept
 */
export class LbMergeDialog extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    dialogStyles,
    css`
      dialog {
        width: 760px;
      }
      td,
      th {
        white-space: normal;
        overflow-wrap: anywhere;
        vertical-align: top;
        padding-block: 2px;
      }
      th {
        background: var(--lb-bg-float);
      }
      th[scope="row"] {
        min-width: 72px;
      }
      label {
        display: flex;
        gap: var(--lb-1);
        align-items: baseline;
        min-height: 24px;
        white-space: pre-wrap;
        cursor: pointer;
      }
      @media (pointer: coarse) {
        label {
          min-height: 32px;
        }
      }
    `
  ];
  static override properties = {
    store: {attribute: false},
    write: {attribute: false},
    merge: {state: true},
    choices: {state: true},
    busy: {state: true},
    failure: {state: true}
  };

  declare store: Store;
  /** Writes it where more is to be done than to merge the two. */
  declare write: MergeWrite | undefined;
  declare protected merge: Merge | undefined;
  declare protected choices: ReadonlyMap<string, SideChoice>;
  declare protected busy: boolean;
  declare protected failure: unknown;

  constructor() {
    super();
    this.choices = new Map();
    this.busy = false;
  }

  /** Asks how two become one; `kept` stays. */
  async open(kept: Entry, other: MergeOther, type: EntryType | undefined): Promise<void> {
    this.merge = {kept, other, type, fields: findDifferences(kept, other)};
    this.failure = undefined;
    this.#apply("newest");
    await this.updateComplete;
    this.renderRoot.querySelector("dialog")!.showModal();
  }

  #close(): void {
    this.renderRoot.querySelector("dialog")!.close();
  }

  #apply(rule: MergeRule): void {
    const {kept, other} = this.merge!;
    this.choices = chooseAll(kept, other, rule);
  }

  async #merge(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.merge || this.busy) return;
    this.busy = true;
    this.failure = undefined;
    try {
      const {entry, group} = await this.#write(this.merge);
      if (group !== null) {
        const message = `Merged into “${entry.title}”`;
        offerUndo({store: this.store, groups: [group], message});
      }
      this.#close();
      this.dispatchEvent(new MergedEvent(entry));
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }

  async #write({kept, other, fields}: Merge): Promise<{entry: Entry; group: string | null}> {
    const patch = {
      fields: toMerged(kept, fields, this.choices),
      tags: [...new Set([...kept.tags, ...other.tags])]
    };
    if (this.write) return this.write(kept, patch);
    if (other.id !== undefined) return this.store.entries.merge(kept.id, [other.id], patch);
    const {fields: former, tags, revision} = kept;
    const saved = await saveEntry(
      this.store,
      kept.id,
      {...patch, base: {fields: former, tags, revision}},
      "mine"
    );
    if (isConflict(saved)) throw new Error(`entry changed elsewhere: ${kept.title}; try again`);
    return saved;
  }

  #renderChoice(field: MergeField, choice: SideChoice, schema: FieldSchema): TemplateResult {
    const value = field[choice];
    const {name} = field;
    const text = value === undefined ? "" : formatField(value, schema);
    return html`<label>
      <input
        type="radio"
        name=${name}
        aria-label="${schema.title ?? toLabel(name)}, ${choice}: ${text || "nothing"}"
        .checked=${(this.choices.get(name) ?? "kept") === choice}
        @change=${() => (this.choices = new Map([...this.choices, [name, choice]]))}
      />
      <span>${text === "" ? html`<span class="muted">nothing</span>` : text}</span>
    </label>`;
  }

  #renderField(field: MergeField, type: EntryType | undefined): TemplateResult {
    const {name, both} = field;
    const schema = getOwn(type?.schema.properties ?? {}, name) ?? {};
    return html`<tr>
      <th scope="row">${schema.title ?? toLabel(name)}</th>
      <td>${this.#renderChoice(field, "kept", schema)}</td>
      <td>
        ${this.#renderChoice(field, "other", schema)}
        ${both === undefined ? nothing : this.#renderChoice(field, "both", schema)}
      </td>
    </tr>`;
  }

  #renderMerge({kept, other, type, fields}: Merge): TemplateResult {
    const names = (Object.keys(MERGE_RULES) as MergeRule[]).map(
      (rule) =>
        html`<button type="button" @click=${() => this.#apply(rule)}>${MERGE_RULES[rule]}</button>`
    );
    return html`<h2 id="heading">Merge into “${kept.title}”</h2>
      <form @submit=${(event: Event) => void this.#merge(event)}>
        ${
          fields.length === 0
            ? html`<p>The two differ in no field.</p>`
            : html`<div class="row" role="group" aria-label="Choose for all fields">
                  <span class="muted">For all fields:</span>${names}
                </div>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">Field</th>
                      <th scope="col">Kept: ${kept.title}</th>
                      <th scope="col">
                        ${other.id === undefined ? "Typed" : `Other: ${other.title}`}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    ${fields.map((field) => this.#renderField(field, type))}
                  </tbody>
                </table>`
        }
        <p class="muted">
          Tags are
          joined${other.id === undefined ? "" : "; edges and addresses of the other move along"}.
        </p>
        ${this.failure === undefined ? nothing : html`<lb-failure .error=${this.failure}></lb-failure>`}
        <div class="row buttons">
          <button class="primary" ?disabled=${this.busy}>Merge</button>
          <button type="button" @click=${() => this.#close()}>Cancel</button>
        </div>
      </form>`;
  }

  override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="heading"
      @close=${() => (this.merge = undefined)}
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
    >
      ${this.merge ? this.#renderMerge(this.merge) : nothing}
    </dialog>`;
  }
}

customElements.define("lb-merge-dialog", LbMergeDialog);

declare global {
  interface HTMLElementTagNameMap {
    "lb-merge-dialog": LbMergeDialog;
  }
  interface HTMLElementEventMap {
    "lb-merged": MergedEvent;
  }
}
