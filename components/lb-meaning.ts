import type {PropertyValues, TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {CollectionState, QueueState, Workspace} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {formatCount} from "./format-value.ts";
import {toWorkText} from "./lb-work.ts";
import {LongWork} from "./long-work.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

const READING = {
  what: "Looking for texts",
  failed: "The texts cannot be listed",
  canRetry: true
};
/** The list is read again no sooner, while the queue works. */
const REFRESH_MS = 1000;

/** What is embedded: types of entries and tables with texts, which of them, which columns, how far, and the queue. */
export class LbMeaning extends WorkspaceElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    sectionStyles,
    css`
      .queue {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--lb-2);
        min-height: var(--lb-control);
        font-variant-numeric: tabular-nums;
      }
      tbody th {
        position: static;
        color: var(--lb-text);
        font-weight: 400;
      }
      td.number,
      th.number {
        text-align: right;
      }
      summary {
        cursor: pointer;
      }
      details label {
        display: flex;
        align-items: center;
        gap: var(--lb-1);
        min-height: var(--lb-control);
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    states: {state: true},
    queue: {state: true},
    problem: {state: true}
  };

  declare protected states: readonly CollectionState[] | undefined;
  declare protected queue: QueueState | undefined;
  declare protected problem: unknown;
  readonly #work = new LongWork(this);
  #stop: (() => void) | undefined;
  #readAt = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {workspace} = this;
    if (!changed.has("workspace") || !workspace || workspace.storeFailure !== undefined) return;
    void this.#work.run(READING, () => this.#read(workspace));
    this.#stop = workspace.meaning.queue.subscribe((state) => this.#take(workspace, state));
  }

  async #read({meaning}: Workspace): Promise<void> {
    this.#readAt = performance.now();
    const found: CollectionState[] = [];
    const onFound = (state: CollectionState): void => {
      found.push(state);
      this.states = [...found];
    };
    this.states = await meaning.collections(this.states ? {} : {onFound});
  }

  #take(workspace: Workspace, state: QueueState): void {
    const isOver = state.status !== this.queue?.status;
    this.queue = state;
    if (this.states && (isOver || performance.now() - this.#readAt > REFRESH_MS))
      void this.#refresh(workspace);
  }

  /** Reads again what is shown; what ends with the element need not be told. */
  async #refresh(workspace: Workspace): Promise<void> {
    try {
      await this.#read(workspace);
    } catch (error) {
      if (this.isConnected) this.problem = error;
    }
  }

  async #choose(
    workspace: Workspace,
    id: string,
    choice: Parameters<Workspace["meaning"]["choose"]>[1]
  ): Promise<void> {
    this.problem = undefined;
    try {
      await workspace.meaning.choose(id, choice);
    } catch (error) {
      this.problem = error;
    }
    await this.#refresh(workspace);
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    if (workspace.storeFailure !== undefined)
      return html`<lb-failure .error=${workspace.storeFailure}></lb-failure>`;
    return html`<section aria-labelledby="embedded">
      <header><h2 id="embedded">What is embedded</h2></header>
      ${this.#renderQueue(workspace)} ${this.#work.render()}
      ${
        this.problem === undefined
          ? nothing
          : html`<p class="failed" role="alert">${toMessage(this.problem)}</p>`
      }
      ${this.states === undefined ? nothing : this.#renderStates(workspace, this.states)}
    </section>`;
  }

  #renderQueue({meaning: {queue}}: Workspace): TemplateResult {
    const state = this.queue;
    const isWorking = state?.status === "working";
    const isWaiting = state?.status === "paused" || state?.status === "failed";
    return html`<div class="queue">
      <span role="status"
        >${
          !state || state.status === "idle"
            ? "Texts get their vectors a moment after they change."
            : `${state.what && isWorking ? `${state.what}: ` : ""}${toWorkText(state)}`
        }${state?.rate == null || !isWorking ? nothing : `, ${formatCount(state.rate)} texts a second`}</span
      >
      ${state?.status === "failed" ? html`<span class="failed">${toMessage(state.failure)}</span>` : nothing}
      ${isWorking ? html`<button @click=${() => queue.pause()}>Pause</button>` : nothing}
      ${
        isWaiting
          ? html`<button @click=${() => queue.start()}>
              ${state.status === "paused" ? "Go on" : "Try again"}
            </button>`
          : nothing
      }
      ${
        isWorking || (state?.status === "paused" && state.total > 0)
          ? html`<button class="quiet" @click=${() => queue.cancel()}>Cancel</button>`
          : nothing
      }
    </div>`;
  }

  #renderStates(workspace: Workspace, states: readonly CollectionState[]): TemplateResult {
    if (states.length === 0)
      return html`<p class="muted">
        Nothing here has texts yet. Keep entries, or import a table with a column of words.
      </p>`;
    return html`<div
      class="scroll"
      tabindex="0"
      role="region"
      aria-label="Texts of each table and type"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Embed</th>
            <th scope="col">Texts of</th>
            <th scope="col">Columns read</th>
            <th scope="col">When</th>
            <th scope="col" class="number">Rows</th>
            <th scope="col" class="number">Texts</th>
            <th scope="col" class="number">With a vector</th>
          </tr>
        </thead>
        <tbody>
          ${states.map((state) => this.#renderState(workspace, state))}
        </tbody>
      </table>
    </div>`;
  }

  #renderState(workspace: Workspace, state: CollectionState): TemplateResult {
    const {collection, isChosen, rows, texts, embedded} = state;
    const {id, columns} = collection;
    return html`<tr>
      <td>
        <input
          type="checkbox"
          aria-label="Embed ${id}"
          .checked=${isChosen}
          ?disabled=${columns.length === 0}
          @change=${(event: Event) => void this.#choose(workspace, id, {isChosen: (event.target as HTMLInputElement).checked})}
        />
      </td>
      <th scope="row">${id}</th>
      <td>${this.#renderColumns(workspace, state)}</td>
      <td>${this.#renderTimes(workspace, state)}</td>
      <td class="number">${rows === undefined ? nothing : formatCount(rows)}</td>
      <td class="number">${texts === undefined ? nothing : formatCount(texts)}</td>
      <td class="number">
        ${texts === undefined && embedded === 0 ? nothing : formatCount(embedded)}
      </td>
    </tr>`;
  }

  #renderColumns(workspace: Workspace, {collection, columns}: CollectionState): TemplateResult {
    const {id} = collection;
    const change = (name: string, isRead: boolean): void => {
      const next = columns.filter((other) =>
        other === name ? isRead : collection.columns.includes(other)
      );
      void this.#choose(workspace, id, {columns: next});
    };
    return html`<details>
      <summary>
        ${collection.columns.join(", ") || html`<span class="muted">none</span>`}<span
          class="visually-hidden"
        >
          of ${id}</span
        >
      </summary>
      ${columns.map(
        (name) =>
          html`<label
            ><input
              type="checkbox"
              .checked=${collection.columns.includes(name)}
              @change=${(event: Event) => change(name, (event.target as HTMLInputElement).checked)}
            />${name}</label
          >`
      )}
    </details>`;
  }

  #renderTimes(workspace: Workspace, {collection, times}: CollectionState): TemplateResult {
    const {id, time} = collection;
    if (times.length === 0) return html`<span class="muted">no date</span>`;
    return html`<select
      aria-label="Date of ${id}"
      @change=${(event: Event) => void this.#choose(workspace, id, {time: (event.target as HTMLSelectElement).value || null})}
    >
      <option value="" ?selected=${time === null}>none</option>
      ${times.map((name) => html`<option ?selected=${name === time}>${name}</option>`)}
    </select>`;
  }
}

customElements.define("lb-meaning", LbMeaning);

declare global {
  interface HTMLElementTagNameMap {
    "lb-meaning": LbMeaning;
  }
}
