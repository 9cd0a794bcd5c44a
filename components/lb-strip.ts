import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {FixedItem, Workspace} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import type {CommandEvent} from "./commands.ts";
import type {Found} from "./find.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {requestImport} from "./import-request.ts";
import "./lb-import-dialog.ts";
import type {LbPalette} from "./lb-palette.ts";
import "./lb-palette.ts";
import "./lb-work.ts";
import type {LbUndoToast} from "./lb-undo-toast.ts";
import {provideUndo} from "./lb-undo-toast.ts";
import {PLACES, SHORTCUTS, isTyping} from "./shortcuts.ts";
import type {LookSetting} from "./look.ts";
import {getLook, isDark, setLook} from "./look.ts";
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
      .chips {
        margin-left: auto;
        display: flex;
        gap: var(--lb-3);
        font-size: var(--lb-size-small);
        white-space: nowrap;
      }
      .chips a,
      .chips span {
        color: var(--lb-text-muted);
      }
      .chips .bad {
        color: var(--lb-danger);
      }
      .menu {
        display: none;
      }
      dialog {
        border: 1px solid var(--lb-border);
        border-radius: var(--lb-radius);
        background: var(--lb-bg-float);
        color: inherit;
        box-shadow: var(--lb-shadow);
        padding: var(--lb-4);
      }
      dt {
        float: left;
        clear: left;
        width: 96px;
      }
      dd {
        margin: 0 0 var(--lb-1) 104px;
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
        .chips {
          display: none;
        }
      }
    `
  ];
  static override properties = {
    page: {},
    workspace: {attribute: false},
    failure: {attribute: false},
    lake: {state: true},
    lakeProblem: {state: true},
    requests: {state: true}
  };

  /** The page's title. */
  declare page: string;
  declare workspace: Workspace | undefined;
  declare failure: unknown;
  declare private lake: {readonly tables: number; readonly rows: number} | undefined;
  declare private lakeProblem: string;
  /** Requests that this page made to another host; 0 is what Lakebook promises. */
  declare private requests: number;
  #chord: number | undefined;
  #toast: LbUndoToast | undefined;
  readonly #observer = new PerformanceObserver((list) => this.#count(list.getEntries()));

  constructor() {
    super();
    this.page = "";
    this.lakeProblem = "";
    this.requests = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#onKey);
    document.addEventListener("lb-command", this.#onCommand);
    this.#observer.observe({type: "resource", buffered: true});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#onKey);
    document.removeEventListener("lb-command", this.#onCommand);
    this.#observer.disconnect();
  }

  override updated(changed: Map<string, unknown>): void {
    if (!changed.has("workspace") || !this.workspace) return;
    void this.#readLake(this.workspace);
    this.workspace.finder.offer(
      this.#fixed().flatMap(({kind, name, href}): FixedItem[] => {
        if (kind === "page") return [{kind, end: href!, title: name}];
        return kind === "command" ? [{kind, end: name, title: name}] : [];
      })
    );
    if (this.workspace.storeFailure === undefined) this.#toast = provideUndo(this.workspace.store);
  }

  async #readLake(workspace: Workspace): Promise<void> {
    try {
      const [{tables: built}, imported] = await Promise.all([
        workspace.catalogue(),
        workspace.storeFailure === undefined ? workspace.imports.tables() : []
      ]);
      const tables = [...built, ...imported];
      this.lake = {
        tables: tables.length,
        rows: tables.reduce((sum, {rows}) => sum + (rows ?? 0), 0)
      };
    } catch (error) {
      this.lakeProblem = toMessage(error);
    }
  }

  #count(entries: readonly PerformanceEntry[]): void {
    const foreign = entries.filter(
      ({name}) => /^https?:/.test(name) && new URL(name).origin !== location.origin
    );
    if (foreign.length > 0) this.requests += foreign.length;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
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
    if (event.key === "?") this.#showShortcuts();
    else if (event.key === "g") this.#chord = event.timeStamp;
    else if (
      this.#chord !== undefined &&
      event.timeStamp - this.#chord < CHORD_MS &&
      PLACES[event.key]
    ) {
      location.assign(PLACES[event.key]!);
    }
    if (event.key !== "g") this.#chord = undefined;
  };

  readonly #onCommand = ({command}: CommandEvent): void => {
    const wanted = this.#fixed().find(({kind, name}) => kind === "command" && name === command);
    wanted?.run?.();
  };

  #palette(): LbPalette {
    return this.renderRoot.querySelector("lb-palette")!;
  }

  #showShortcuts(): void {
    const dialog = this.renderRoot.querySelector("dialog")!;
    if (!dialog.open) dialog.showModal();
  }

  #toggleMenu(open?: boolean): void {
    const root = document.documentElement;
    const isOpen = root.dataset.menu === "open";
    if (open ?? !isOpen) root.dataset.menu = "open";
    else delete root.dataset.menu;
    if (!isOpen && root.dataset.menu) document.querySelector<HTMLElement>(".lb-rail a")?.focus();
  }

  /** The rail's links, and what can be done from anywhere. */
  #fixed(): Found[] {
    const pages = Array.from(
      document.querySelectorAll<HTMLAnchorElement>(".lb-rail li a"),
      (link): Found => {
        return {kind: "page", name: link.textContent.trim(), hint: "", href: link.href};
      }
    );
    return [
      ...pages,
      {
        kind: "command",
        name: "Import files",
        hint: "",
        run: () => requestImport("start")
      },
      {
        kind: "command",
        name: "Paste a table",
        hint: "",
        run: () => requestImport("paste")
      },
      {
        kind: "command",
        name: "Undo the last change",
        hint: "Ctrl+Z",
        run: () => void this.#toast?.undo()
      },
      {
        kind: "command",
        name: "Redo what was undone",
        hint: "Ctrl+Shift+Z",
        run: () => void this.#toast?.redo()
      },
      {
        kind: "command",
        name: "Show keyboard shortcuts",
        hint: "?",
        run: () => this.#showShortcuts()
      },
      {
        kind: "command",
        name: "Switch between light and dark",
        hint: "",
        run: () => setLook("theme", isDark() ? "light" : "dark")
      },
      {
        kind: "command",
        name: "Switch between compact and comfortable",
        hint: "",
        run: () => toggleLook("density", "comfortable")
      },
      {
        kind: "command",
        name: "Collapse or open the rail",
        hint: "",
        run: () => toggleLook("rail", "icons")
      }
    ];
  }

  override render(): TemplateResult {
    return html`<div class="strip">
        <button class="menu quiet" aria-label="Pages" @click=${() => this.#toggleMenu()}>☰</button>
        <h1 class="title">${this.page}</h1>
        <button class="find" @click=${() => this.#palette().open()}>
          <span>Find …</span> <kbd>Ctrl K</kbd>
        </button>
        <button class="quiet" @click=${() => requestImport("start")}>Import</button>
        <div class="chips">
          <lb-work .workspace=${this.workspace}></lb-work>
          ${this.#renderLake()} ${this.#renderRequests()}
        </div>
      </div>
      <lb-palette .workspace=${this.workspace} .fixed=${this.#fixed()}></lb-palette>
      <lb-import-dialog .workspace=${this.workspace} .failure=${this.failure}></lb-import-dialog>
      <dialog aria-labelledby="shortcuts">
        <h2 id="shortcuts">Keyboard shortcuts</h2>
        <dl>
          ${SHORTCUTS.map(
            ({keys, what}) =>
              html`<dt><kbd>${keys}</kbd></dt>
                <dd>${what}</dd>`
          )}
        </dl>
        <form method="dialog"><button>Close</button></form>
      </dialog>`;
  }

  #renderLake(): TemplateResult | typeof nothing {
    if (this.failure !== undefined || this.lakeProblem) {
      return html`<a
        class="bad"
        href="./lake.html"
        title=${this.lakeProblem || toMessage(this.failure)}
        >lake: not open</a
      >`;
    }
    if (!this.lake) return nothing;
    return html`<a href="./lake.html"
      >${formatCounted(this.lake.tables, "table")}, ${formatCounted(this.lake.rows, "row")}</a
    >`;
  }

  #renderRequests(): TemplateResult {
    const text = `${formatCount(this.requests)} requests to other hosts`;
    return html`<span
      class=${this.requests > 0 ? "bad" : ""}
      title="Counted by this page since it was opened"
      >${text}</span
    >`;
  }
}

function toggleLook(name: LookSetting, value: string): void {
  setLook(name, getLook(name) === value ? undefined : value);
}

customElements.define("lb-strip", LbStrip);

declare global {
  interface HTMLElementTagNameMap {
    "lb-strip": LbStrip;
  }
}
