import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {Entry, EntryType, TypeColumn, ViewRelation, Workspace} from "../src/index.ts";
import {QueryResult, findViewProblems, toViewSql} from "../src/index.ts";
import {Attempt} from "./attempt.ts";
import {formatEntries} from "./count-entries.ts";
import {countPages} from "./count-pages.ts";
import {entriesShownStyles} from "./entries-shown-styles.ts";
import {PAGE_SIZE} from "./entries-state.ts";
import "./lb-bulk-edit.ts";
import "./lb-cell-editor.ts";
import {EditEvent} from "./lb-entry-table.ts";
import type {SelectEvent} from "./select-event.ts";
import "./lb-failure.ts";
import {PageEvent} from "./lb-pager.ts";
import "./lb-pager.ts";
import "./lb-progress.ts";
import "./lb-selection-bar.ts";
import "./lb-view-board.ts";
import "./lb-view-calendar.ts";
import "./lb-view-cards.ts";
import "./lb-view-filters.ts";
import {OpenViewEvent} from "./lb-view-saved.ts";
import "./lb-view-sql.ts";
import "./lb-view-table.ts";
import "./lb-view-tools.ts";
import {moveEntry} from "./move-entry.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import type {ViewRows} from "./view-data.ts";
import {ViewData} from "./view-data.ts";
import type {CellEditEvent, MoveEvent} from "./view-events.ts";
import {ViewChangeEvent} from "./view-events.ts";
import {readViewIds} from "./view-ids.ts";
import {findLack} from "./view-layouts.ts";
import {renderNone} from "./view-none.ts";
import type {ViewShape} from "./view-state.ts";
import {PLAIN_VIEW} from "./view-state.ts";

/**
 * The entries of one type, and of those that extend it, as a view shows them: searched, filtered, in groups, in any
 * layout; edited where they stand, one by one or many at once.
 *
 * @fires lb-view-change - with another shape
 * @fires lb-open-view - a kept view is to be shown
 * @fires lb-page - another page of the simple list is wanted
 * @fires lb-edit - an entry is to be edited in its form
 */
export class LbView extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    entriesShownStyles,
    css`
      :host {
        display: block;
      }
      lb-view-tools,
      lb-view-filters {
        margin-bottom: var(--lb-1);
      }
      .foot {
        margin-top: var(--lb-1);
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    relation: {attribute: false},
    types: {attribute: false},
    shape: {attribute: false},
    page: {type: Number},
    view: {},
    selected: {state: true}
  };

  declare workspace: Workspace;
  declare relation: ViewRelation;
  /** All types, resolved, by name. */
  declare types: ReadonlyMap<string, EntryType>;
  declare shape: ViewShape;
  declare page: number;
  /** The id of the kept view that the shape began as. */
  declare view: string | undefined;
  declare protected selected: ReadonlySet<string>;
  readonly #data = new ViewData(this);
  readonly #attempt = new Attempt(this);
  #type = "";

  constructor() {
    super();
    this.types = new Map();
    this.selected = new Set();
    this.page = 1;
  }

  override willUpdate(): void {
    const {workspace, relation, shape, page} = this;
    if (this.#type !== relation.type.name) this.selected = new Set();
    this.#type = relation.type.name;
    if (this.#problems.length === 0) this.#data.show({workspace, relation, shape, page});
    const rows = this.#data.rows;
    const last = rows && !rows.isWhole ? countPages(rows.total, PAGE_SIZE) : undefined;
    // a page behind the last one, as after a removal, is no page
    if (last !== undefined && page > last) this.dispatchEvent(new PageEvent(last));
  }

  get #problems(): readonly string[] {
    return findViewProblems(this.shape, this.relation);
  }

  #change(change: Partial<ViewShape>): void {
    this.dispatchEvent(new ViewChangeEvent(change));
  }

  #find<K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] {
    return this.renderRoot.querySelector(tag)!;
  }

  /** The type of an entry itself: it may be one that extends the view's. */
  #typeOf({type}: Entry): EntryType {
    return this.types.get(type) ?? this.relation.type;
  }

  async #editCell({id, column, anchor}: CellEditEvent): Promise<void> {
    const entry = await this.workspace.store.entries.get(id);
    if (!entry) return;
    const type = this.#typeOf(entry);
    const field = toEditedField(column, type);
    if (field === undefined && column.role !== "tags") this.dispatchEvent(new EditEvent(entry));
    else await this.#find("lb-cell-editor").open(type, entry, field, anchor);
  }

  async #selectAll(rows: ViewRows): Promise<void> {
    const {workspace, relation, shape} = this;
    const query = {type: relation.type.name, text: shape.text};
    this.selected = new Set(await readViewIds(workspace.store, rows, query));
  }

  #renderProblems(problems: readonly string[]): TemplateResult {
    return html`<lb-failure
        .what=${"This view asks for what the type does not have"}
        .error=${problems.join("\n")}
      ></lb-failure>
      <button @click=${() => this.#change(PLAIN_VIEW)}>Show all entries plainly</button>`;
  }

  #renderLayout(rows: ViewRows): TemplateResult {
    const {relation} = this;
    const lack = findLack(rows.shape, relation);
    if (lack !== undefined) return html`<p class="none muted" role="status">${lack}</p>`;
    switch (rows.shape.layout) {
      case "board":
        return html`<lb-view-board .rows=${rows} .relation=${relation}></lb-view-board>`;
      case "calendar":
        return html`<lb-view-calendar .rows=${rows} .relation=${relation}></lb-view-calendar>`;
      case "cards":
      case "gallery":
        return html`<lb-view-cards
          .rows=${rows}
          .relation=${relation}
          .store=${this.workspace.store}
        ></lb-view-cards>`;
      case "table":
        return html`<lb-view-table
          .rows=${rows}
          .relation=${relation}
          .selected=${this.selected}
          .label=${relation.type.plural}
          @lb-select=${({ids}: SelectEvent) => (this.selected = ids)}
          @lb-remove=${() => this.#find("lb-selection-bar").deleteSelected()}
        ></lb-view-table>`;
    }
  }

  #renderRows(): TemplateResult {
    const {rows, failure, isPending} = this.#data;
    if (failure !== undefined)
      return html`<lb-failure
        retry
        .error=${failure}
        .what=${"The view cannot be shown"}
        @retry=${() => this.#data.retry()}
      ></lb-failure>`;
    if (!rows) return html`<lb-progress what="Reading the entries"></lb-progress>`;
    if (rows.total === 0) return renderNone(this.shape, (change) => this.#change(change));
    return html`<div
        class=${isPending ? "pending" : nothing}
        aria-busy=${isPending}
        @lb-cell-edit=${(event: CellEditEvent) =>
          this.#attempt.run("The cell cannot be edited", () => this.#editCell(event))}
        @lb-move=${(event: MoveEvent) => this.#attempt.run("Not moved", () => moveEntry(this.workspace.store, event))}
      >
        ${this.#renderLayout(rows)}
      </div>
      ${this.#renderFoot(rows)}`;
  }

  #renderFoot(rows: ViewRows): TemplateResult {
    const {total, isWhole} = rows;
    return html`<div class="row foot">
      <lb-selection-bar
        .store=${this.workspace.store}
        .selected=${this.selected}
        .total=${total}
        .canChange=${true}
        @lb-select=${({ids}: SelectEvent) => (this.selected = ids)}
        @lb-removed=${() => this.renderRoot.querySelector("lb-view-table")?.focus()}
        @lb-select-all=${() =>
          this.#attempt.run("Not all can be selected", () => this.#selectAll(rows))}
        @lb-change-many=${() => this.#find("lb-bulk-edit").open([...this.selected])}
      ></lb-selection-bar>
      ${
        isWhole
          ? html`<span class="spread muted place" role="status">${formatEntries(total)}</span>`
          : html`<lb-pager
              class="spread"
              noun=${total === 1 ? "entry" : "entries"}
              .page=${this.page}
              .total=${total}
              .size=${PAGE_SIZE}
              @lb-page=${({page}: PageEvent) => this.dispatchEvent(new PageEvent(page))}
            ></lb-pager>`
      }
    </div>`;
  }

  override render(): TemplateResult {
    const {workspace, relation, shape} = this;
    const {store} = workspace;
    const problems = this.#problems;
    return html`<lb-view-tools
        .store=${store}
        .relation=${relation}
        .shape=${shape}
        .view=${this.view}
        .result=${UNREAD}
        .getAll=${(signal: AbortSignal) => workspace.query(toViewSql(shape, relation), {signal})}
        @lb-open-view=${({view}: OpenViewEvent) => this.dispatchEvent(new OpenViewEvent(view))}
        @lb-add-filter=${() => this.#find("lb-view-filters").add()}
        @lb-sql=${() => this.#find("lb-view-sql").open(toViewSql(shape, relation))}
      ></lb-view-tools>
      <lb-view-filters .relation=${relation} .filters=${shape.filters}></lb-view-filters>
      ${this.#attempt.render()}
      ${problems.length > 0 ? this.#renderProblems(problems) : this.#renderRows()}
      <lb-cell-editor
        .store=${store}
        @close=${() => this.renderRoot.querySelector("lb-view-table")?.focus()}
      ></lb-cell-editor>
      <lb-bulk-edit .store=${store} .type=${relation.type}></lb-bulk-edit>
      <lb-view-sql></lb-view-sql>`;
  }
}

/** An export reads all rows by itself, whatever is on screen. */
const UNREAD = new QueryResult({fields: [], readers: [], complete: false});

/** The field that a cell edits; undefined where its value is not one of the entry's own. */
function toEditedField(column: TypeColumn, type: EntryType): string | undefined {
  if (column.role === "field") return column.field;
  const isOwn = type.titleTemplate === undefined && type.titleField in type.schema.properties;
  return column.role === "title" && isOwn ? type.titleField : undefined;
}

customElements.define("lb-view", LbView);

declare global {
  interface HTMLElementTagNameMap {
    "lb-view": LbView;
  }
}
