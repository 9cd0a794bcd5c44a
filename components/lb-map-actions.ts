import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {QueryResult, TextMap, Workspace} from "../src/index.ts";
import {editTags, toSlug} from "../src/index.ts";
import {writeDraft} from "./console-draft.ts";
import {dialogStyles} from "./dialog-styles.ts";
import {formatCounted} from "./format-value.ts";
import "./lb-grid.ts";
import "./lb-keep-dialog.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {queryHref} from "./links.ts";
import {LongWork} from "./long-work.ts";
import {makeTopic} from "./map/make-topic.ts";
import {PickPointsEvent} from "./map/map-events.ts";
import {WorkspaceElement} from "./workspace-element.ts";

/** Longer addresses break in servers: such a query goes into the console's draft. */
const MAX_ADDRESS_CHARACTERS = 3000;

/**
 * What can be done with texts that are chosen on a map: SQL, a table, entries, tags, a topic.
 *
 * @fires lb-pick-points - with no points: the texts are let go
 */
export class LbMapActions extends WorkspaceElement {
  static override styles = [
    ...WorkspaceElement.styles,
    dialogStyles,
    css`
      :host {
        display: block;
      }
      dialog {
        width: min(960px, 100vw - 16px);
      }
      lb-grid {
        height: min(60vh, 560px);
      }
      .row {
        gap: var(--lb-1);
      }
      .row strong {
        margin-right: var(--lb-1);
      }
      input {
        width: 120px;
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    map: {attribute: false},
    points: {attribute: false},
    result: {state: true},
    name: {state: true}
  };

  declare map: TextMap;
  declare points: readonly number[];
  /** The rows of what is chosen, for the table and for entries. */
  declare protected result: QueryResult | undefined;
  /** How a topic or a tag shall be called. */
  declare protected name: string;
  readonly #work = new LongWork(this);

  constructor() {
    super();
    this.points = [];
    this.name = "";
  }

  get #ends(): string[] {
    return this.points.map((point) => this.map.ends[point]!);
  }

  /** Reads the rows of what is chosen, and shows them. */
  #read(workspace: Workspace, show: (result: QueryResult) => unknown): void {
    const words = {
      what: "Reading the rows",
      failed: "The rows cannot be read",
      canRetry: true
    };
    void this.#work.run(words, async ({signal}) => {
      const sql = await workspace.map.toSql(this.map, this.points);
      this.result = await workspace.query(sql, {signal});
      await this.updateComplete;
      await show(this.result);
    });
  }

  #openSql(workspace: Workspace): void {
    const words = {what: "Writing the query", failed: "The query cannot be written"};
    void this.#work.run(words, async () => {
      const sql = await workspace.map.toSql(this.map, this.points);
      const isShort = sql.length <= MAX_ADDRESS_CHARACTERS;
      if (!isShort) writeDraft(sql);
      location.href = isShort ? queryHref(sql) : "./lake.html";
    });
  }

  #makeTopic(workspace: Workspace): void {
    const {store} = workspace;
    const [ends, name] = [this.#ends, this.name.trim()];
    const words = {what: "Making a topic", failed: "There is no new topic", canRetry: true};
    void this.#work.run(words, async (signs) => {
      const groups = await makeTopic(workspace, this.map.collection.id, {ends, name}, signs);
      this.name = "";
      this.dispatchEvent(new Event("lb-topics-changed"));
      const message = `Topic made of ${formatCounted(ends.length, "text")}`;
      offerUndo({store, groups, message});
    });
  }

  #tag(workspace: Workspace): void {
    const {store} = workspace;
    const tag = toSlug(this.name);
    const ids = this.#ends;
    const count = formatCounted(ids.length, "entry");
    const words = {what: "Tagging", noun: "entries", failed: "The entries have no new tag"};
    void this.#work.run(words, async (signs) => {
      const {group} = await store.entries.changeAll(ids, ({fields}) => fields, {
        tags: (entry) => editTags({do: "add tag", tag}, entry),
        what: `Tag ${count} ${tag}`,
        ...signs
      });
      this.name = "";
      offerUndo({store, groups: [group], message: `${count} tagged “${tag}”`});
    });
  }

  #renderKeep(workspace: Workspace): TemplateResult {
    const isOfEntries = this.map.collection.of === "entries";
    if (isOfEntries)
      return html`<button
        ?disabled=${toSlug(this.name) === ""}
        title="Type a name first: it becomes the tag"
        @click=${() => this.#tag(workspace)}
      >
        Tag entries
      </button>`;
    return html`<button
      @click=${() =>
        this.#read(workspace, () => this.renderRoot.querySelector("lb-keep-dialog")?.open())}
    >
      Keep as entries
    </button>`;
  }

  #renderTable(): TemplateResult {
    const {result} = this;
    return html`<dialog aria-label="The rows of what is chosen">
      ${result ? html`<lb-grid label="Chosen rows" .result=${result}></lb-grid>` : nothing}
      <div class="row buttons">
        <button class="spread" @click=${() => this.renderRoot.querySelector("dialog")!.close()}>
          Close
        </button>
      </div>
    </dialog>`;
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {points, result} = this;
    if (points.length === 0)
      return html`<p class="muted">
        Click a point, or draw a lasso around some, to choose texts.
      </p>`;
    return html`<div class="row" role="group" aria-label="What is chosen">
        <strong role="status">${formatCounted(points.length, "text")} chosen</strong>
        <button @click=${() => this.#openSql(workspace)}>Open in SQL</button>
        <button
          @click=${() =>
            this.#read(workspace, () => this.renderRoot.querySelector("dialog")!.showModal())}
        >
          Show as table
        </button>
        ${this.#renderKeep(workspace)}
        <input
          aria-label="Name of a topic or tag"
          placeholder="Name"
          .value=${this.name}
          @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
        />
        <button
          ?disabled=${points.length < 2}
          title="A topic that holds these texts, in each run to come"
          @click=${() => this.#makeTopic(workspace)}
        >
          Make a topic
        </button>
        <button
          class="quiet"
          @click=${() => this.dispatchEvent(new PickPointsEvent([], "replace"))}
        >
          Clear
        </button>
      </div>
      ${this.#work.render()}${this.#renderTable()}
      ${
        result
          ? html`<lb-keep-dialog
              .workspace=${workspace}
              .result=${result}
              .rows=${Array.from({length: result.numRows}, (_, row) => row)}
            ></lb-keep-dialog>`
          : nothing
      }`;
  }
}

customElements.define("lb-map-actions", LbMapActions);

declare global {
  interface HTMLElementTagNameMap {
    "lb-map-actions": LbMapActions;
  }
}
