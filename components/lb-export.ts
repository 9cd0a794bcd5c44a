import {LitElement, css, html, nothing} from "lit";
import type {ExportFormat, QueryResult} from "../src/index.ts";
import {EXPORT_FORMATS, exportResult} from "../src/index.ts";
import {download} from "./download.ts";
import {formatCounted} from "./format-value.ts";
import {LongWork} from "./long-work.ts";
import {placePopover, popoverStyles} from "./popover.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[];

const EXPORTING = {what: "Exporting", noun: "rows", failed: "The result was not exported"};

/**
 * A button that saves a result as CSV, JSON or Parquet, all rows of it. A CSV is safe to open in a spreadsheet, unless
 * the menu's choice is turned off.
 */
export class LbExport extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    popoverStyles,
    css`
      [popover]:popover-open {
        display: flex;
        flex-direction: column;
        align-items: stretch;
        gap: var(--lb-1);
      }
      [popover] button {
        justify-content: flex-start;
      }
    `
  ];
  static override properties = {
    result: {attribute: false},
    getAll: {attribute: false},
    name: {},
    keepFormulas: {state: true}
  };

  declare result: QueryResult | undefined;
  /** Where the result was cut short: gives all of it. */
  declare getAll: ((signal: AbortSignal) => Promise<QueryResult>) | undefined;
  /** The file's name, without its ending. */
  declare name: string;
  /** Texts in a CSV that a spreadsheet would compute stay as they are. */
  declare private keepFormulas: boolean;
  readonly #work = new LongWork(this);

  constructor() {
    super();
    this.name = "result";
    this.keepFormulas = false;
  }

  get #menu(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>("[popover]")!;
  }

  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState !== "open") return;
    placePopover(this.#menu, this.renderRoot.querySelector("button")!.getBoundingClientRect());
    this.#menu.querySelector("button")!.focus();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const items = Array.from(this.#menu.querySelectorAll("button"));
    const active = items.indexOf(
      (this.renderRoot as ShadowRoot).activeElement as HTMLButtonElement
    );
    items[(active + step + items.length) % items.length]!.focus();
  };

  async #export(format: ExportFormat): Promise<void> {
    this.#menu.hidePopover();
    this.renderRoot.querySelector("button")!.focus();
    await this.#work.run(EXPORTING, async ({signal, onProgress}) => {
      const result = this.result!.complete ? this.result! : await this.#readAll(signal);
      const {keepFormulas} = this;
      const bytes = await exportResult(result, format, {signal, keepFormulas, onProgress});
      const type = EXPORT_FORMATS[format].mediaType;
      download(`${this.name}.${format}`, new Blob([bytes as BlobPart], {type}));
    });
  }

  async #readAll(signal: AbortSignal): Promise<QueryResult> {
    return this.getAll ? this.getAll(signal) : this.result!;
  }

  override render() {
    const {result} = this;
    if (!result) return nothing;
    const what =
      result.complete || !this.getAll ? formatCounted(result.numRows, "row") : "all rows";
    return html`<div class="row">
        <button popovertarget="menu" aria-haspopup="menu" ?disabled=${this.#work.isRunning}>
          Export ▾
        </button>
        ${this.#work.renderProgress()}
      </div>
      <div
        id="menu"
        popover
        role="menu"
        aria-label="Export ${what}"
        @toggle=${this.#onToggle}
        @keydown=${this.#onKeyDown}
      >
        ${FORMATS.map(
          (format) =>
            html`<button class="quiet" role="menuitem" @click=${() => void this.#export(format)}>
              ${EXPORT_FORMATS[format].label}<span class="muted">${what}</span>
            </button>`
        )}
        <button
          class="quiet"
          role="menuitemcheckbox"
          aria-checked=${!this.keepFormulas}
          title="Puts an apostrophe before texts that a spreadsheet would compute (= + - @)"
          @click=${() => (this.keepFormulas = !this.keepFormulas)}
        >
          ${this.keepFormulas ? "☐" : "☑"} Disarm formulas in CSV
        </button>
      </div>
      ${this.#work.renderFailure()}`;
  }
}

customElements.define("lb-export", LbExport);

declare global {
  interface HTMLElementTagNameMap {
    "lb-export": LbExport;
  }
}
