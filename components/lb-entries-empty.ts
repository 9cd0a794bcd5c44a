import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import {Task} from "@lit/task";
import type {Workspace} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import {EXAMPLE_TABLE, keepExample} from "./keep-example.ts";
import "./lb-failure.ts";
import "./lb-progress.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/**
 * What entries are for, where there is none yet: one way to begin, and one example that can be taken back.
 *
 * @fires lb-add - somebody wants to add an entry
 */
export class LbEntriesEmpty extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
        max-width: 560px;
        padding: var(--lb-6) 0;
      }
      p {
        margin-bottom: var(--lb-3);
        font-size: 15px;
        line-height: 24px;
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    stop: {state: true},
    failure: {state: true}
  };

  declare workspace: Workspace;
  /** Stops the example while it is being kept. */
  declare protected stop: AbortController | undefined;
  declare protected failure: unknown;
  readonly #example = new Task(this, {
    args: () => [this.workspace] as const,
    task: async ([workspace]) =>
      (await workspace.catalogue()).tables.some(({name}) => name === EXAMPLE_TABLE)
  });

  async #keep(): Promise<void> {
    const {workspace} = this;
    const stop = (this.stop = new AbortController());
    this.failure = undefined;
    try {
      const {added, group} = await keepExample(workspace, stop.signal);
      offerUndo({
        store: workspace.store,
        groups: [group],
        message: `${added} freezers kept as entries`
      });
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
    } finally {
      this.stop = undefined;
    }
  }

  #renderExample(): TemplateResult {
    return html`<button ?disabled=${this.stop !== undefined} @click=${() => this.#keep()}>
      Keep the freezers from the sample lake
    </button>`;
  }

  override render(): TemplateResult {
    const {stop, failure} = this;
    return html`<p>
        Entries are the things worth keeping: rows of the lake that you kept, or whatever you write
        down. They stay in this browser, can be joined by edges, and SQL sees them as
        <code>ws.entries</code>.
      </p>
      <div class="row">
        <button class="primary" @click=${() => this.dispatchEvent(new Event("lb-add"))}>
          Add an entry
        </button>
        ${this.#example.render({
          complete: (isThere) => (isThere ? this.#renderExample() : nothing),
          // a lake that cannot be read has no example; its own page says why
          error: () => nothing
        })}
      </div>
      ${
        stop
          ? html`<lb-progress
              what="Keeping the freezers"
              @lb-stop=${() => stop.abort()}
            ></lb-progress>`
          : nothing
      }
      ${
        failure === undefined
          ? nothing
          : html`<lb-failure .error=${failure} .what=${"The example was not kept"}></lb-failure>`
      }`;
  }
}

customElements.define("lb-entries-empty", LbEntriesEmpty);

declare global {
  interface HTMLElementTagNameMap {
    "lb-entries-empty": LbEntriesEmpty;
  }
}
