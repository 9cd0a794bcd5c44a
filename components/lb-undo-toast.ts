import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Store} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** A change that was made on this page and can be taken back. */
export interface UndoOffer {
  readonly store: Store;
  /** What was done: "3 entries deleted". */
  readonly message: string;
  /** The writes that did it, in order; none where nothing was different. */
  readonly groups: readonly (string | null)[];
  /** Where what was done can be seen. */
  readonly link?: {readonly href: string; readonly text: string};
}

const STAY_MS = 12_000;

/** Says what was just changed on this page, and offers to take it back. */
export function offerUndo(offer: UndoOffer): void {
  let toast = document.querySelector("lb-undo-toast");
  if (!toast) {
    toast = document.createElement("lb-undo-toast");
    document.body.append(toast);
  }
  toast.offer(offer);
}

/**
 * The last change made on this page, with Undo. It stays for twelve seconds, and for as long as it is pointed at or has
 * the focus. Ctrl+Z takes back the last change also after that, Ctrl+Shift+Z does it again.
 */
export class LbUndoToast extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        position: fixed;
        z-index: 20;
        left: 50%;
        bottom: var(--lb-4);
        transform: translateX(-50%);
        width: max-content;
        max-width: calc(100vw - 2 * var(--lb-2));
      }
      .toast {
        gap: var(--lb-3);
        padding: var(--lb-1) var(--lb-2) var(--lb-1) var(--lb-3);
        background: var(--lb-bg-float);
        border: 1px solid var(--lb-border-strong);
        border-radius: var(--lb-radius);
        box-shadow: var(--lb-shadow);
      }
      .message {
        overflow-wrap: anywhere;
      }
      .failed {
        color: var(--lb-danger);
      }
    `
  ];
  static override properties = {
    shown: {state: true},
    verb: {state: true},
    progress: {state: true},
    failure: {state: true}
  };

  declare protected shown: UndoOffer | undefined;
  /** What can be done with the change that is shown. */
  declare protected verb: "Undo" | "Redo";
  /** How far a long undo is. */
  declare protected progress: string;
  declare protected failure: unknown;
  readonly #done: UndoOffer[] = [];
  readonly #undone: UndoOffer[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isBusy = false;

  constructor() {
    super();
    this.progress = "";
    this.verb = "Undo";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#onKeydown);
  }

  override disconnectedCallback(): void {
    document.removeEventListener("keydown", this.#onKeydown);
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  offer(offer: UndoOffer): void {
    const isChange = offer.groups.some((group) => group !== null);
    if (isChange) {
      this.#done.push(offer);
      this.#undone.length = 0;
    }
    this.#show(offer, "Undo");
  }

  /** Takes back the last change of this page. */
  undo(): Promise<void> {
    return this.#turn(this.#done, this.#undone, "Undo");
  }

  /** Does again what was last taken back. */
  redo(): Promise<void> {
    return this.#turn(this.#undone, this.#done, "Redo");
  }

  async #turn(from: UndoOffer[], to: UndoOffer[], verb: "Undo" | "Redo"): Promise<void> {
    const offer = from.at(-1);
    if (!offer || this.#isBusy) return;
    this.#isBusy = true;
    this.failure = undefined;
    this.#show(offer, verb, Infinity);
    try {
      const groups = await this.#undoAll(offer);
      from.pop();
      const back = {...offer, groups};
      to.push(back);
      this.#show(back, verb === "Undo" ? "Redo" : "Undo");
    } catch (error) {
      from.pop(); // what cannot be taken back now would block all that was done before it
      this.failure = error;
      this.#hideLater();
    } finally {
      this.#isBusy = false;
      this.progress = "";
    }
  }

  /** Takes back all writes of an offer, the last one first, and gives the writes that did so. */
  async #undoAll({store, groups}: UndoOffer): Promise<string[]> {
    const undone: string[] = [];
    for (const group of [...groups].reverse()) {
      if (group === null) continue;
      const {group: back} = await store.history.undo(group, {
        onProgress: (done, total) =>
          (this.progress = `${formatCount(done)} of ${formatCount(total)}`)
      });
      undone.push(back);
    }
    return undone;
  }

  #show(offer: UndoOffer, verb: "Undo" | "Redo", stayMs = STAY_MS): void {
    this.shown = offer;
    this.verb = verb;
    this.failure = undefined;
    this.#hideLater(stayMs);
  }

  #hideLater(stayMs = STAY_MS): void {
    clearTimeout(this.#timer);
    if (stayMs !== Infinity) this.#timer = setTimeout(() => this.#hide(), stayMs);
  }

  #hide(): void {
    if (this.matches(":hover, :focus-within")) this.#hideLater(1000);
    else this.shown = this.failure = undefined;
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.shown = this.failure = undefined;
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const isZ =
      event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.altKey;
    const isRedo = isZ ? event.shiftKey : event.key === "y" && event.ctrlKey;
    if ((!isZ && !isRedo) || event.defaultPrevented || isText(event)) return;
    if ((isRedo ? this.#undone : this.#done).length === 0) return;
    event.preventDefault();
    void (isRedo ? this.redo() : this.undo());
  };

  #renderMessage({message, link}: UndoOffer): TemplateResult {
    const {verb} = this;
    if (this.failure !== undefined)
      return html`<span class="message failed">${toMessage(this.failure)}</span>`;
    const said = verb === "Redo" ? `Taken back: ${message}` : message;
    return html`<span class="message">${said}${this.#isBusy ? ` … ${this.progress}` : ""}</span>
      ${link && verb === "Undo" ? html`<a href=${link.href}>${link.text}</a>` : nothing}`;
  }

  override render(): TemplateResult {
    const {shown, failure, verb} = this;
    const last = (verb === "Redo" ? this.#undone : this.#done).at(-1);
    const canTurn = failure === undefined && !this.#isBusy && shown === last;
    return html`<div role="status">
      ${
        shown
          ? html`<div
              class="toast row"
              @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this.#close()}
            >
              ${this.#renderMessage(shown)}
              ${
                canTurn
                  ? html`<button @click=${() => (verb === "Undo" ? this.undo() : this.redo())}>
                      ${verb}
                    </button>`
                  : nothing
              }
              <button class="quiet" aria-label="Close" @click=${() => this.#close()}>×</button>
            </div>`
          : nothing
      }
    </div>`;
  }
}

/** True where Ctrl+Z belongs to the text under the hand. */
function isText(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

customElements.define("lb-undo-toast", LbUndoToast);

declare global {
  interface HTMLElementTagNameMap {
    "lb-undo-toast": LbUndoToast;
  }
}
