import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {repeat} from "lit/directives/repeat.js";
import type {EdgeKind, EntryType, Suggestion, SuggestionStatus, Workspace} from "../src/index.ts";
import {isTyping} from "./shortcuts.ts";
import type {EndView} from "./end-views.ts";
import "./lb-suggestion.ts";
import {listStyles} from "./list-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Somebody decided a suggestion. */
export class DecideEvent extends Event {
  readonly suggestion: Suggestion;
  readonly status: SuggestionStatus;
  /** Of a merge: the entry that stays. */
  readonly keep: string | undefined;

  constructor(suggestion: Suggestion, status: SuggestionStatus, keep?: string) {
    super("lb-decide");
    this.suggestion = suggestion;
    this.status = status;
    this.keep = keep;
  }
}

/** Somebody wants to choose field by field how two entries become one. */
export class ChooseEvent extends Event {
  readonly suggestion: Suggestion;

  constructor(suggestion: Suggestion) {
    super("lb-choose");
    this.suggestion = suggestion;
  }
}

const KEYS: Readonly<Record<string, SuggestionStatus>> = {y: "accepted", n: "rejected", l: "later"};
const MOVES: Readonly<Record<string, number>> = {j: 1, ArrowDown: 1, k: -1, ArrowUp: -1};

/**
 * Suggestions one below another. One is the current one: the keys y, n and l decide it, j and k or the arrows go to
 * another.
 *
 * @fires lb-decide - with the suggestion and what was decided
 * @fires lb-choose - a merge is to be chosen field by field
 */
export class LbReviewList extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    listStyles,
    css`
      li {
        padding: var(--lb-2) var(--lb-3);
        border-left: 3px solid transparent;
      }
      li:focus-within,
      li:focus {
        border-left-color: var(--lb-accent);
        background: var(--lb-bg-alt);
      }
      .row {
        margin-top: var(--lb-1);
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    suggestions: {attribute: false},
    ends: {attribute: false},
    kinds: {attribute: false},
    types: {attribute: false},
    busy: {type: Boolean},
    current: {state: true}
  };

  declare workspace: Workspace | undefined;
  declare suggestions: readonly Suggestion[];
  declare ends: ReadonlyMap<string, EndView>;
  declare kinds: ReadonlyMap<string, EdgeKind>;
  declare types: ReadonlyMap<string, EntryType>;
  declare busy: boolean;
  /** The place of the one that Tab reaches. */
  declare protected current: number;
  #hadFocus = false;

  constructor() {
    super();
    this.suggestions = [];
    this.busy = false;
    this.current = 0;
  }

  override willUpdate(): void {
    this.#hadFocus = this.matches(":focus-within");
    this.current = Math.max(0, Math.min(this.current, this.suggestions.length - 1));
  }

  override updated(): void {
    // what had the focus was decided and is gone: the next one has it
    if (this.#hadFocus && !this.matches(":focus-within")) this.focus();
  }

  override focus(): void {
    this.renderRoot.querySelectorAll<HTMLElement>("li")[this.current]?.focus();
  }

  #decide(suggestion: Suggestion, status: SuggestionStatus, keep?: string): void {
    if (this.busy || suggestion.status === status) return;
    this.dispatchEvent(new DecideEvent(suggestion, status, keep));
  }

  async #onKeydown(event: KeyboardEvent): Promise<void> {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const status = KEYS[event.key];
    const move = MOVES[event.key];
    const suggestion = this.suggestions[this.current];
    if (status && suggestion) this.#decide(suggestion, status);
    else if (move !== undefined) {
      this.current = Math.max(0, Math.min(this.current + move, this.suggestions.length - 1));
      await this.updateComplete;
      this.focus();
    } else return;
    event.preventDefault();
  }

  #renderAccept(suggestion: Suggestion): TemplateResult {
    const {proposal, ends} = suggestion;
    const accept = (label: string, keep?: string): TemplateResult =>
      html`<button
        class="primary"
        ?disabled=${this.busy}
        aria-keyshortcuts="y"
        title=${keep === undefined || keep === ends[0] ? "y" : nothing}
        @click=${() => this.#decide(suggestion, "accepted", keep)}
      >
        ${label}
      </button>`;
    if (proposal.do !== "merge") return accept("Accept");
    const entries = ends.filter((end) => this.ends.get(end)?.entry);
    if (entries.length < 2) return accept("They are the same");
    return html`${entries.map((end) =>
        accept(`Merge into “${this.ends.get(end)?.title ?? end}”`, end)
      )}<button
        ?disabled=${this.busy}
        @click=${() => this.dispatchEvent(new ChooseEvent(suggestion))}
      >
        Field by field …
      </button>`;
  }

  #renderButtons(suggestion: Suggestion): TemplateResult {
    const {status} = suggestion;
    const button = (label: string, key: string, to: SuggestionStatus): TemplateResult =>
      html`<button
        ?disabled=${this.busy}
        aria-keyshortcuts=${key || nothing}
        title=${key || nothing}
        @click=${() => this.#decide(suggestion, to)}
      >
        ${label}
      </button>`;
    if (status === "accepted" || status === "rejected")
      return html`<div class="row">
        ${button("Reopen", "", "open")}
        ${
          status === "accepted"
            ? html`<span class="muted">What was accepted stays; Undo takes it back.</span>`
            : nothing
        }
      </div>`;
    return html`<div class="row">
      ${this.#renderAccept(suggestion)} ${button("Reject", "n", "rejected")}
      ${status === "later" ? button("Reopen", "", "open") : button("Later", "l", "later")}
    </div>`;
  }

  override render(): TemplateResult {
    return html`<ol @keydown=${(event: KeyboardEvent) => void this.#onKeydown(event)}>
      ${repeat(
        this.suggestions,
        ({id}) => id,
        (suggestion, i) =>
          html`<li
            tabindex=${i === this.current ? 0 : -1}
            aria-label="Suggestion ${i + 1}"
            @focusin=${() => (this.current = i)}
          >
            <lb-suggestion
              .workspace=${this.workspace}
              .suggestion=${suggestion}
              .ends=${this.ends}
              .kinds=${this.kinds}
              .types=${this.types}
            ></lb-suggestion>
            ${this.#renderButtons(suggestion)}
          </li>`
      )}
    </ol>`;
  }
}

customElements.define("lb-review-list", LbReviewList);

declare global {
  interface HTMLElementTagNameMap {
    "lb-review-list": LbReviewList;
  }
  interface HTMLElementEventMap {
    "lb-decide": DecideEvent;
    "lb-choose": ChooseEvent;
  }
}
