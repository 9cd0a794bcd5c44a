import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Store} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import {hearPage} from "./page-events.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import type {Turn, UndoOffer} from "./undo-trail.ts";
import {UndoTrail} from "./undo-trail.ts";

const STAY_MS = 12_000;

/** Says what was just changed on this page, and offers to take it back. */
export function offerUndo(offer: UndoOffer): void {
  provideToast().offer(offer);
}

/** The keys that take back and do again work from now on, also for what was done before this page was opened. */
export function provideUndo(store: Store): LbUndoToast {
  const toast = provideToast();
  toast.store = store;
  return toast;
}

/** The one toast of the page. */
function provideToast(): LbUndoToast {
  let toast = document.querySelector("lb-undo-toast");
  if (!toast) {
    toast = document.createElement("lb-undo-toast");
    document.body.append(toast);
  }
  return toast;
}

/**
 * The last change, with Undo. It stays for twelve seconds, and for as long as it is pointed at or has the focus.
 * Ctrl+Z takes back the last change also after that and after a reload, Ctrl+Shift+Z and Ctrl+Y do it again.
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
    `
  ];
  static override properties = {
    shown: {state: true},
    verb: {state: true},
    progress: {state: true},
    said: {state: true}
  };

  declare protected shown: UndoOffer | undefined;
  /** What can be done with the change that is shown. */
  declare protected verb: Turn;
  /** How far a long undo is. */
  declare protected progress: string;
  /** What is said instead of an offer: that there is none, or why it could not be done. */
  declare protected said: {readonly text: string; readonly isFailure: boolean} | undefined;
  readonly #trail = new UndoTrail();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isBusy = false;

  constructor() {
    super();
    this.progress = "";
    this.verb = "Undo";
    // after the document's own listeners: what is edited on a page has its own way back
    hearPage(this, window, "keydown", (event) => this.#onKeydown(event));
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  set store(store: Store) {
    this.#trail.store = store;
  }

  offer(offer: UndoOffer): void {
    if (offer.groups.some((group) => group !== null)) this.#trail.push(offer);
    this.#show(offer, "Undo");
  }

  /** Takes back the last change. */
  undo(): Promise<void> {
    return this.#turn("Undo");
  }

  /** Does again what was last taken back. */
  redo(): Promise<void> {
    return this.#turn("Redo");
  }

  async #turn(turn: Turn): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    let offer: UndoOffer | undefined;
    try {
      offer = await this.#trail.find(turn);
      if (!offer) return this.#say(`There is nothing to ${turn.toLowerCase()}.`);
      this.#show(offer, turn, Infinity);
      const groups = await this.#turnAll(offer);
      const back = {...offer, groups};
      this.#trail.turned(offer, back, turn);
      this.#show(back, turn === "Undo" ? "Redo" : "Undo");
    } catch (error) {
      // what cannot be taken back now would block all that was done before it
      if (offer) this.#trail.refused(offer, turn);
      this.#say(toMessage(error), true);
    } finally {
      this.#isBusy = false;
      this.progress = "";
    }
  }

  /** Takes back all writes of an offer, the last one first, and gives the writes that did so. */
  async #turnAll({store, groups}: UndoOffer): Promise<string[]> {
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

  #show(offer: UndoOffer, verb: Turn, stayMs = STAY_MS): void {
    this.shown = offer;
    this.verb = verb;
    this.said = undefined;
    this.#hideLater(stayMs);
  }

  #say(text: string, isFailure = false): void {
    this.shown = undefined;
    this.said = {text, isFailure};
    this.#hideLater();
  }

  #hideLater(stayMs = STAY_MS): void {
    clearTimeout(this.#timer);
    if (stayMs !== Infinity) this.#timer = setTimeout(() => this.#hide(), stayMs);
  }

  #hide(): void {
    if (this.matches(":hover, :focus-within")) this.#hideLater(1000);
    else this.shown = this.said = undefined;
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.shown = this.said = undefined;
  }

  #onKeydown(event: KeyboardEvent): void {
    const isZ =
      event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.altKey;
    const isRedo = isZ ? event.shiftKey : event.key === "y" && event.ctrlKey;
    if ((!isZ && !isRedo) || event.defaultPrevented || isText(event)) return;
    event.preventDefault();
    void (isRedo ? this.redo() : this.undo());
  }

  #renderOffer(offer: UndoOffer): TemplateResult {
    const {verb, progress} = this;
    const {message, link} = offer;
    const said = verb === "Redo" ? `Taken back: ${message}` : message;
    const canTurn = !this.#isBusy && this.#trail.isNext(offer, verb);
    return html`<span class="message">${said}${this.#isBusy ? ` … ${progress}` : ""}</span>
      ${link && verb === "Undo" ? html`<a href=${link.href}>${link.text}</a>` : nothing}
      ${
        canTurn
          ? html`<button @click=${() => (verb === "Undo" ? this.undo() : this.redo())}>
              ${verb}
            </button>`
          : nothing
      }`;
  }

  override render(): TemplateResult {
    const {shown, said} = this;
    return html`<div role="status">
      ${
        shown || said
          ? html`<div
              class="toast row"
              @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this.#close()}
            >
              ${
                said
                  ? html`<span class="message ${said.isFailure ? "failed" : ""}"
                      >${said.text}</span
                    >`
                  : this.#renderOffer(shown!)
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
