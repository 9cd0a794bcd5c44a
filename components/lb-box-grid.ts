import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {EdgeKind, Store, Workspace} from "../src/index.ts";
import {toPosition} from "../src/index.ts";
import type {Box, BoxContents, Occupant} from "./box-data.ts";
import {readBoxes, readContents} from "./box-data.ts";
import {boxStyles} from "./box-styles.ts";
import {Follow} from "./follow.ts";
import type {CellPlace} from "./grid-keys.ts";
import {moveCell} from "./grid-keys.ts";
import "./lb-failure.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {entryHref} from "./links.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

/**
 * A container as a grid of positions: arrows go from cell to cell, Enter takes what is there and puts it where Enter is
 * pressed next. The store refuses a position that is taken, and the refusal is shown.
 */
export class LbBoxGrid extends WorkspaceElement {
  static override styles = [baseStyles, controlStyles, boxStyles];
  static override properties = {
    ...WorkspaceElement.properties,
    kind: {},
    chosen: {state: true},
    active: {state: true},
    held: {state: true},
    refusal: {state: true}
  };

  /** The name of the edge kind that has positions. */
  declare kind: string;
  /** The id of the container that is shown; the first one where it is none of them. */
  declare protected chosen: string;
  /** The cell that has the focus, both numbers from 0. */
  declare protected active: CellPlace;
  /** What is being moved. */
  declare protected held: Occupant | undefined;
  declare protected refusal: unknown;
  readonly #kind = new Follow<EdgeKind | undefined>(this);
  readonly #boxes = new Follow<Box[]>(this);
  readonly #contents = new Follow<BoxContents>(this);

  constructor() {
    super();
    this.kind = "stored_in";
    this.chosen = "";
    this.active = {row: 0, column: 0};
  }

  get #box(): Box | undefined {
    const boxes = this.#boxes.value;
    return boxes?.find(({entry}) => entry.id === this.chosen) ?? boxes?.[0];
  }

  override willUpdate(): void {
    const {workspace} = this;
    if (!workspace || workspace.storeFailure !== undefined) return;
    const {store} = workspace;
    this.#kind.follow(this.kind, () => store.live(() => store.kinds.get(this.kind)));
    const kind = this.#kind.value;
    if (!kind?.grid) return;
    this.#boxes.follow(kind, () => store.live(() => readBoxes(store, kind)));
    const box = this.#box;
    if (!box) return;
    const key = `${box.entry.id} ${box.rows} ${box.columns}`;
    this.#contents.follow(key, () => store.live(() => readContents(store, kind, box)));
  }

  #choose(id: string): void {
    this.chosen = id;
    this.active = {row: 0, column: 0};
    this.refusal = undefined;
  }

  /** Takes what is in a cell, or puts there what is held. */
  async #act(store: Store, box: Box, position: string, there: readonly Occupant[]): Promise<void> {
    const {held} = this;
    this.refusal = undefined;
    if (!held) this.held = there[0];
    else if (there.includes(held)) this.held = undefined;
    else await this.#put(store, held, box, position);
  }

  async #put(store: Store, {edge, entry}: Occupant, box: Box, position: string): Promise<void> {
    const positionField = this.#kind.value!.grid!.positionField;
    try {
      const fields = {...edge.fields, [positionField]: position};
      await store.edges.update(edge.id, {to: box.entry.id, fields});
      this.held = undefined;
      const written = await store.history.lastUndoable();
      offerUndo({
        store,
        groups: [written?.group ?? null],
        message: `${entry.title} moved to ${box.entry.title}, ${position}`
      });
    } catch (error) {
      this.refusal = error;
    }
  }

  #onKeydown(event: KeyboardEvent, box: Box): void {
    if (event.key === "Escape" && this.held) {
      event.preventDefault();
      this.held = undefined;
      this.refusal = undefined;
      return;
    }
    const extent = {rows: box.rows, columns: box.columns, page: box.rows};
    const to = moveCell(event, this.active, extent);
    if (!to) return;
    event.preventDefault();
    this.active = {row: Math.max(0, to.row), column: Math.max(0, to.column)};
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>("td [tabindex='0']")?.focus()
    );
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const error =
      workspace.storeFailure ?? this.#kind.error ?? this.#boxes.error ?? this.#contents.error;
    if (error !== undefined)
      return html`<lb-failure what="The container cannot be shown." .error=${error}></lb-failure>`;
    const [box, contents] = [this.#box, this.#contents.value];
    if (!this.#boxes.value)
      return html`<p class="muted" role="status">Reading the containers …</p>`;
    if (!box)
      return html`<p class="muted">
        No container has rows and columns yet: give one both, and its positions appear here.
      </p>`;
    if (!contents) return html`<p class="muted" role="status">Reading the container …</p>`;
    return html`${this.#renderHead(box, contents)}
    ${this.#renderGrid(workspace.store, box, contents)} ${this.#renderLoose(contents)}`;
  }

  #renderHead(box: Box, {placed, loose}: BoxContents): TemplateResult {
    const count = loose.length + [...placed.values()].reduce((sum, all) => sum + all.length, 0);
    const room = box.capacity ?? box.rows * box.columns;
    const {held} = this;
    return html`<div class="row">
        <label
          >Container
          <select
            @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}
          >
            ${this.#boxes.value!.map(({entry}) => html`<option value=${entry.id} ?selected=${entry.id === box.entry.id}>${entry.title}</option>`)}
          </select></label
        >
        <a href=${entryHref(box.entry)}>Open it</a>
        <span class="muted">${count} of ${room} positions</span>
        ${count > room ? html`<strong class="bad">over its capacity</strong>` : nothing}
      </div>
      <p class="status" role="status">
        ${
          held
            ? html`Moving <strong>${held.entry.title}</strong>: choose a position, here or in
                another container.
                <button class="quiet" @click=${() => (this.held = undefined)}>Cancel</button>`
            : html`<span class="muted">Choose what is to be moved, then its new position.</span>`
        }
      </p>
      ${this.refusal === undefined ? nothing : html`<lb-failure what="It was not moved." .error=${this.refusal}></lb-failure>`}`;
  }

  #renderGrid(store: Store, box: Box, {placed}: BoxContents): TemplateResult {
    const columns = Array.from({length: box.columns}, (_, i) => i);
    return html`<div class="scroll">
      <table
        aria-label=${`Positions of ${box.entry.title}`}
        @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, box)}
      >
        <thead>
          <tr>
            <td></td>
            ${columns.map((column) => html`<th scope="col">${column + 1}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${Array.from({length: box.rows}, (_, row) => {
            const cells = columns.map((column) => {
              const position = toPosition({row: row + 1, column: column + 1});
              const there = placed.get(position) ?? [];
              return this.#renderCell({row, column}, position, there, () =>
                this.#act(store, box, position, there)
              );
            });
            return html`<tr>
              <th scope="row">${toPosition({row: row + 1, column: 1}).slice(0, -1)}</th>
              ${cells}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  #renderCell(
    place: CellPlace,
    position: string,
    there: readonly Occupant[],
    act: () => Promise<void>
  ): TemplateResult {
    const {active, held} = this;
    const isActive = place.row === active.row && place.column === active.column;
    const titles = there.map(({entry}) => entry.title).join(", ");
    const state = there.length === 0 ? "empty" : there.length === 1 ? "taken" : "double";
    const isHeld = held !== undefined && there.some(({edge}) => edge.id === held.edge.id);
    return html`<td>
      <button
        class=${`cell ${state}`}
        tabindex=${isActive ? 0 : -1}
        title=${titles === "" ? position : `${position}: ${titles}`}
        aria-label=${`${position}: ${titles === "" ? "empty" : titles}${there.length > 1 ? " (two in one position)" : ""}`}
        aria-pressed=${isHeld ? "true" : "false"}
        @focus=${() => (this.active = place)}
        @click=${act}
      >
        ${there.length > 1 ? `${there.length}!` : (there[0]?.entry.title ?? "")}
      </button>
    </td>`;
  }

  #renderLoose({loose}: BoxContents): TemplateResult | typeof nothing {
    if (loose.length === 0) return nothing;
    return html`<p>
      Without a position:
      ${loose.map(
        (one) =>
          html`<button
            aria-pressed=${this.held?.edge.id === one.edge.id ? "true" : "false"}
            @click=${() => (this.held = one)}
          >
            ${one.entry.title}
          </button> `
      )}
    </p>`;
  }
}

customElements.define("lb-box-grid", LbBoxGrid);

declare global {
  interface HTMLElementTagNameMap {
    "lb-box-grid": LbBoxGrid;
  }
}
