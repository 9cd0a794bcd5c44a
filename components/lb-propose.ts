import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Proposer} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import {formatCounted} from "./format-value.ts";
import "./lb-failure.ts";
import "./lb-progress.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** A button that lets each method look for suggestions, one after another, and says how far it is. */
export class LbPropose extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
    `
  ];
  static override properties = {
    proposers: {attribute: false},
    running: {state: true},
    said: {state: true},
    failure: {state: true}
  };

  declare proposers: readonly Proposer[];
  declare protected running:
    {readonly what: string; readonly done: number; readonly total: number} | undefined;
  declare protected said: string;
  declare protected failure: unknown;
  #stop: AbortController | undefined;

  constructor() {
    super();
    this.proposers = [];
    this.said = "";
  }

  override disconnectedCallback(): void {
    this.#stop?.abort();
    super.disconnectedCallback();
  }

  async #run(): Promise<void> {
    if (this.running) return;
    const stop = (this.#stop = new AbortController());
    this.failure = undefined;
    this.said = "";
    let found = 0;
    try {
      for (const proposer of this.proposers) {
        const {what} = proposer;
        this.running = {what, done: 0, total: 0};
        found += await proposer.propose({
          signal: stop.signal,
          onProgress: (done, total) => (this.running = {what, done, total})
        });
      }
      this.said =
        found === 0 ? "Nothing new was found." : `${formatCounted(found, "new suggestion")}.`;
    } catch (error) {
      if (isAbortError(error)) this.said = "Stopped; what was found until then is kept.";
      else this.failure = error;
    } finally {
      this.running = undefined;
    }
  }

  override render(): TemplateResult {
    const {running, failure} = this;
    return html`${
      running
        ? html`<lb-progress
            what="Looking for ${running.what}"
            .done=${running.done}
            .total=${running.total}
            @lb-stop=${() => this.#stop?.abort()}
          ></lb-progress>`
        : html`<div class="row">
            <button @click=${() => this.#run()}>Look for suggestions</button>
            <span class="muted" role="status">${this.said}</span>
          </div>`
    }
    ${
      failure === undefined
        ? nothing
        : html`<lb-failure .error=${failure} what="The search for suggestions ended"></lb-failure>`
    }`;
  }
}

customElements.define("lb-propose", LbPropose);

declare global {
  interface HTMLElementTagNameMap {
    "lb-propose": LbPropose;
  }
}
