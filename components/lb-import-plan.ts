import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {BatchCounts, ImportItem, ImportSession} from "../src/index.ts";
import {isAbortError, toMessage} from "../src/index.ts";
import {formatBytes} from "./format-value.ts";
import {describeCounts} from "./import-words.ts";
import {baseStyles} from "./styles.ts";

/** So long nobody changes anything any more before the rows are counted. */
const CALM_MS = 150;

/** What importing an item would do: rows that are new, changed, the same, refused; or why it cannot go well. */
export class LbImportPlan extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--lb-3);
        min-height: var(--lb-line);
      }
      strong {
        font-weight: 600;
      }
      .warning {
        color: var(--lb-warning);
      }
      .failed {
        color: var(--lb-danger);
        overflow-wrap: anywhere;
      }
    `
  ];
  static override properties = {
    session: {attribute: false},
    item: {attribute: false},
    counts: {state: true},
    failure: {state: true}
  };

  declare session: ImportSession;
  declare item: ImportItem;
  declare protected counts: BatchCounts | undefined;
  declare protected failure: string;
  #count: AbortController | undefined;

  constructor() {
    super();
    this.failure = "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#count?.abort();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("item")) return;
    this.#count?.abort();
    if (changed.get("item")?.id !== this.item.id) this.counts = undefined;
    if (this.item.mode !== "import") return;
    const count = (this.#count = new AbortController());
    setTimeout(() => void this.#ask(count.signal), CALM_MS);
  }

  async #ask(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    try {
      const counts = await this.session.plan(this.item.id, {signal});
      if (signal.aborted) return; // the item was changed meanwhile
      this.counts = counts;
      this.failure = "";
    } catch (error) {
      if (!signal.aborted && !isAbortError(error)) this.failure = toMessage(error);
    }
  }

  #renderCounts(): TemplateResult {
    const {counts, failure, item} = this;
    if (failure) return html`<p class="failed" role="alert">Rows cannot be counted: ${failure}</p>`;
    if (item.mode === "in-place")
      return html`<p class="muted">Nothing is copied; each query reads the file.</p>`;
    if (!counts) return html`<p class="muted">Counting what is new …</p>`;
    const key = item.recipe.key.length === 0 ? "by all values" : `by ${item.recipe.key.join(", ")}`;
    return html`<p>
      <strong class=${counts.refused > 0 ? "warning" : ""}>${describeCounts(counts)}</strong>
      <span class="muted"
        >${item.joins ? key : ""}${item.isSample ? " in the part that was read; the whole file is counted while it is imported" : ""}</span
      >
    </p>`;
  }

  override render(): TemplateResult {
    const {storageBytes, refusal} = this.item.estimate;
    return html`<div role="status" aria-label="What importing does">${this.#renderCounts()}</div>
      ${
        refusal !== null
          ? html`<p class="failed" role="alert">${refusal}</p>`
          : storageBytes > 0
            ? html`<p class="muted">
                Takes ${formatBytes(storageBytes)} of this browser's storage.
              </p>`
            : nothing
      }`;
  }
}

customElements.define("lb-import-plan", LbImportPlan);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import-plan": LbImportPlan;
  }
}
