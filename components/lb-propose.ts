import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Proposer} from "../src/index.ts";
import {formatCounted} from "./format-value.ts";
import type {WorkWords} from "./long-work.ts";
import {LongWork} from "./long-work.ts";
import {baseStyles, controlStyles} from "./styles.ts";

const SEARCHING: WorkWords = {
  what: "Looking for suggestions",
  failed: "The search for suggestions ended"
};
const STOPPED = "Stopped; what was found until then is kept.";
const NONE = "Nothing new was found.";

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
    said: {state: true}
  };

  declare proposers: readonly Proposer[];
  declare protected said: string;
  readonly #work = new LongWork(this);

  constructor() {
    super();
    this.proposers = [];
    this.said = "";
  }

  async #run(): Promise<void> {
    if (this.#work.isRunning) return;
    let found = 0;
    const ended = await this.#work.run(SEARCHING, async ({signal, onProgress}) => {
      for (const proposer of this.proposers) {
        onProgress(0, 0, `Looking for ${proposer.what}`);
        found += await proposer.propose({signal, onProgress});
      }
    });
    if (ended === "failed") this.said = "";
    else if (ended === "stopped") this.said = STOPPED;
    else this.said = found === 0 ? NONE : `${formatCounted(found, "new suggestion")}.`;
  }

  override render(): TemplateResult {
    return html`${
      this.#work.isRunning
        ? nothing
        : html`<div class="row">
            <button @click=${() => this.#run()}>Look for suggestions</button>
            <span class="muted" role="status">${this.said}</span>
          </div>`
    }
    ${this.#work.render()}`;
  }
}

customElements.define("lb-propose", LbPropose);

declare global {
  interface HTMLElementTagNameMap {
    "lb-propose": LbPropose;
  }
}
