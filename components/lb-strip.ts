import type {TemplateResult} from "lit";
import {LitElement, css, html} from "lit";
import type {FixedItem, Workspace} from "../src/index.ts";
import type {CommandEvent} from "./commands.ts";
import type {Found} from "./find.ts";
import {requestImport} from "./import-request.ts";
import "./lb-chips.ts";
import "./lb-import-dialog.ts";
import type {LbPalette} from "./lb-palette.ts";
import "./lb-palette.ts";
import type {LbShortcuts} from "./lb-shortcuts.ts";
import "./lb-shortcuts.ts";
import type {LbUndoToast} from "./lb-undo-toast.ts";
import {provideUndo} from "./lb-undo-toast.ts";
import {hearPage} from "./page-events.ts";
import {PLACES, isTyping} from "./shortcuts.ts";
import {findPages, toCommands} from "./strip-commands.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** How long `g` waits for its letter. */
const CHORD_MS = 1500;

/** The strip on top of every page: the page's name, the box that finds everything, and what goes on as links. */
export class LbStrip extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      .strip {
        display: flex;
        align-items: center;
        gap: var(--lb-2);
        height: 100%;
        padding: 0 var(--lb-4);
      }
      .title {
        font-size: var(--lb-size);
        font-weight: 600;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .find {
        margin-left: var(--lb-3);
        color: var(--lb-text-muted);
        min-width: 220px;
        justify-content: space-between;
        border-color: var(--lb-border);
      }
      kbd {
        font: var(--lb-size-small) var(--lb-mono);
        border: 1px solid var(--lb-border);
        border-radius: 3px;
        padding: 0 3px;
      }
      lb-chips {
        margin-left: auto;
      }
      .menu {
        display: none;
      }
      @media (max-width: 699.9px) {
        .menu {
          display: inline-flex;
        }
        .strip {
          padding: 0 var(--lb-2);
        }
        .find {
          min-width: 0;
          margin-left: auto;
        }
        .find kbd,
        lb-chips {
          display: none;
        }
      }
    `
  ];
  static override properties = {
    page: {},
    workspace: {attribute: false},
    failure: {attribute: false}
  };

  /** The page's title. */
  declare page: string;
  declare workspace: Workspace | undefined;
  declare failure: unknown;
  #chord: number | undefined;
  #toast: LbUndoToast | undefined;
  readonly #commands = toCommands(
    () => this.#toast,
    () => this.#shortcuts().open()
  );

  constructor() {
    super();
    this.page = "";
    hearPage(this, document, "keydown", (event) => this.#onKey(event));
    hearPage(this, document, "lb-command", (event) => this.#onCommand(event));
  }

  override updated(changed: Map<string, unknown>): void {
    if (!changed.has("workspace") || !this.workspace) return;
    this.workspace.finder.offer(
      this.#fixed().flatMap(({kind, name, href}): FixedItem[] => {
        if (kind === "page") return [{kind, end: href!, title: name}];
        return kind === "command" ? [{kind, end: name, title: name}] : [];
      })
    );
    if (this.workspace.storeFailure === undefined) this.#toast = provideUndo(this.workspace.store);
  }

  #onKey(event: KeyboardEvent): void {
    if (
      (event.ctrlKey || event.metaKey) &&
      event.key.toLowerCase() === "k" &&
      !event.shiftKey &&
      !event.altKey
    ) {
      event.preventDefault();
      this.#palette().open();
      return;
    }
    if (event.key === "Escape") this.#toggleMenu(false);
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    if (event.key === "?") this.#shortcuts().open();
    else if (event.key === "g") this.#chord = event.timeStamp;
    else if (
      this.#chord !== undefined &&
      event.timeStamp - this.#chord < CHORD_MS &&
      PLACES[event.key]
    ) {
      location.assign(PLACES[event.key]!);
    }
    if (event.key !== "g") this.#chord = undefined;
  }

  #onCommand({command}: CommandEvent): void {
    this.#commands.find(({name}) => name === command)?.run?.();
  }

  #palette(): LbPalette {
    return this.renderRoot.querySelector("lb-palette")!;
  }

  #shortcuts(): LbShortcuts {
    return this.renderRoot.querySelector("lb-shortcuts")!;
  }

  #toggleMenu(open?: boolean): void {
    const root = document.documentElement;
    const isOpen = root.dataset.menu === "open";
    if (open ?? !isOpen) root.dataset.menu = "open";
    else delete root.dataset.menu;
    if (!isOpen && root.dataset.menu) document.querySelector<HTMLElement>(".lb-rail a")?.focus();
  }

  /** What the palette offers on every page. */
  #fixed(): Found[] {
    return [...findPages(), ...this.#commands];
  }

  override render(): TemplateResult {
    return html`<div class="strip">
        <button class="menu quiet" aria-label="Pages" @click=${() => this.#toggleMenu()}>☰</button>
        <h1 class="title">${this.page}</h1>
        <button class="find" @click=${() => this.#palette().open()}>
          <span>Find …</span> <kbd>Ctrl K</kbd>
        </button>
        <button class="quiet" @click=${() => requestImport("start")}>Import</button>
        <lb-chips .workspace=${this.workspace} .failure=${this.failure}></lb-chips>
      </div>
      <lb-palette .workspace=${this.workspace} .fixed=${this.#fixed()}></lb-palette>
      <lb-import-dialog .workspace=${this.workspace} .failure=${this.failure}></lb-import-dialog>
      <lb-shortcuts></lb-shortcuts>`;
  }
}

customElements.define("lb-strip", LbStrip);

declare global {
  interface HTMLElementTagNameMap {
    "lb-strip": LbStrip;
  }
}
