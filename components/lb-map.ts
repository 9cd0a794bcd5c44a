import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {CollectionState, Column, TextMap, TopicView, Workspace} from "../src/index.ts";
import {toMessage} from "../src/index.ts";
import {Follow} from "./follow.ts";
import "./lb-map-plot.ts";
import {modelsHref} from "./links.ts";
import {LongWork} from "./long-work.ts";
import type {Camera} from "./map/camera.ts";
import {findLargest, renderCollectionChips} from "./map/collection-chips.ts";
import type {ColourChoice} from "./map/colour-choice.ts";
import type {MapViewEvent} from "./map/map-events.ts";
import type {MapState} from "./map/map-state.ts";
import {readMapState, writeMapState} from "./map/map-state.ts";
import {hearPage} from "./page-events.ts";
import {emptyStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

/** The collection that was looked at last. */
const KEY = "map.collection";
/** The address follows the camera when it has come to rest. */
const REST_MS = 400;

interface Opened {
  readonly map: TextMap;
  readonly columns: readonly Column[];
}

/**
 * A map of the texts of a collection: what is near in meaning lies near. Of its own it lets people choose the collection
 * and keeps what it shows in the page's address; with `collection` (`show("lb-map", {collection: "lake.notes"})`) it is
 * a part of a notebook.
 */
export class LbMap extends WorkspaceElement {
  static override styles = [
    ...WorkspaceElement.styles,
    emptyStyles,
    css`
      :host {
        display: block;
      }
      .chips {
        gap: var(--lb-1);
        margin-bottom: var(--lb-2);
      }
      .chips button[aria-pressed="true"] {
        background: var(--lb-bg-selected);
        border-color: var(--lb-accent);
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    collection: {},
    collections: {state: true},
    shown: {state: true},
    opened: {state: true},
    view: {state: true},
    colour: {},
    camera: {attribute: false},
    topic: {},
    failed: {state: true}
  };

  /** The collection that is shown, such as `lake.notes`; the reader chooses where it is left out. */
  declare collection: string | undefined;
  /** What it is coloured by. */
  declare colour: ColourChoice | undefined;
  declare camera: Camera | undefined;
  /** The id of the topic that is picked at first. */
  declare topic: string | undefined;
  declare protected collections: readonly CollectionState[] | undefined;
  declare protected shown: string | undefined;
  declare protected opened: Opened | undefined;
  declare protected view: TopicView | undefined;
  /** Why the collections cannot be read. */
  declare protected failed: unknown;
  readonly #work = new LongWork(this);
  readonly #topics = new Follow<unknown>(this, () => void this.#readTopics());
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    hearPage(this, window, "popstate", () => this.#onPopState());
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#rest);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const {workspace, opened} = this;
    if (!workspace || workspace.storeFailure) return;
    if (changed.has("workspace") || changed.has("collection")) void this.#begin(workspace);
    const id = opened?.map.collection.id;
    if (id !== undefined) this.#topics.follow(id, () => workspace.topics.follow(id));
  }

  #onPopState(): void {
    const {workspace} = this;
    if (this.#isPart || !workspace) return;
    const {collection} = this.#heedAddress();
    if (collection !== undefined && collection !== this.shown) this.#open(workspace, collection);
  }

  #heedAddress(): MapState {
    const state = readMapState();
    ({colour: this.colour, camera: this.camera, topic: this.topic} = state);
    return state;
  }

  /** Whether it is a part of a page that is not about it. */
  get #isPart(): boolean {
    return this.collection !== undefined;
  }

  async #begin(workspace: Workspace): Promise<void> {
    this.failed = undefined;
    if (this.collection !== undefined) return this.#open(workspace, this.collection);
    try {
      const state = this.#heedAddress();
      const last = await workspace.store.settings.get<string>(KEY);
      const collections = await workspace.map.collections();
      this.collections = collections;
      const toId = (accept: (one: CollectionState) => boolean): string | undefined =>
        collections.find(accept)?.collection.id;
      const id =
        toId(({collection}) => collection.id === state.collection) ??
        toId(({collection}) => collection.id === last) ??
        findLargest(collections.filter(({isChosen}) => isChosen)) ??
        toId(() => true);
      if (id === undefined) return;
      writeMapState({collection: id}); // so that going back from another finds it
      this.#open(workspace, id);
    } catch (error) {
      this.failed = error;
    }
  }

  /** Opens the map of a collection; with `again` all of it is laid out anew. */
  #open(workspace: Workspace, id: string, {again = false} = {}): void {
    if (id !== this.shown) this.opened = this.view = undefined;
    this.shown = id;
    const words = {
      what: "Reading the texts",
      noun: "texts",
      failed: `The map of ${id} cannot be drawn`,
      canRetry: true
    };
    const work = this.#work.run(words, async ({signal, onProgress}) => {
      const map = await workspace.map.open(id, {
        again,
        signal,
        onProgress: (done, total, step = "Reading the texts") =>
          onProgress(done, total, step, step === "Laying out the map" ? "rounds" : "texts")
      });
      const columns = await workspace.map.columns(map);
      signal.throwIfAborted();
      this.opened = {map, columns};
      if (!this.#isPart) await workspace.store.settings.set(KEY, id);
    });
    void work.then((end) => (end === "stopped" ? this.#keepFocus() : undefined));
  }

  /** Whoever stopped it by keyboard goes on where it is begun again. */
  async #keepFocus(): Promise<void> {
    await this.updateComplete;
    if (document.activeElement === document.body)
      this.renderRoot.querySelector<HTMLElement>("button.begin")?.focus();
  }

  #choose(workspace: Workspace, id: string): void {
    this.colour = this.camera = this.topic = undefined;
    const none = {colour: undefined, camera: undefined, topic: undefined};
    writeMapState({collection: id, ...none}, {push: true});
    this.#open(workspace, id);
  }

  async #readTopics(): Promise<void> {
    const {workspace, opened} = this;
    if (!workspace || !opened) return;
    const {id} = opened.map.collection;
    try {
      const view = await workspace.topics.open(id);
      if (this.opened?.map.collection.id === id) this.view = view;
    } catch (error) {
      this.failed = new Error(`topics not read: ${toMessage(error)}`, {cause: error});
    }
  }

  #see(workspace: Workspace, {view}: MapViewEvent): void {
    if ("again" in view) return this.#open(workspace, this.shown!, {again: true});
    if ("colour" in view) {
      this.colour = view.colour;
      if (!this.#isPart) writeMapState({colour: view.colour});
      return;
    }
    if (this.#isPart) return;
    if ("topic" in view) return writeMapState({topic: view.topic});
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => writeMapState({camera: view.camera}), REST_MS);
  }

  #renderMap(workspace: Workspace): TemplateResult | typeof nothing {
    const {opened, view} = this;
    if (!opened) return nothing;
    const {map, columns} = opened;
    if (map.ends.length === 0)
      return html`<p class="empty">
        No row of ${map.collection.label} has a text in ${map.collection.columns.join(", ")}.
        <a class="button" href=${modelsHref()}>Choose other columns</a>
      </p>`;
    return html`<lb-map-plot
      .workspace=${workspace}
      .map=${map}
      .view=${view}
      .columns=${columns}
      .colour=${this.colour}
      .camera=${this.camera}
      .topic=${this.topic}
      @lb-map-view=${(event: MapViewEvent) => this.#see(workspace, event)}
    ></lb-map-plot>`;
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    if (workspace.storeFailure)
      return html`<lb-failure
        .error=${workspace.storeFailure}
        what="No maps are kept in this window"
      ></lb-failure>`;
    const {collections, failed, opened} = this;
    if (failed !== undefined)
      return html`<lb-failure
        retry
        what="The texts cannot be read"
        .error=${failed}
        @retry=${() => void this.#begin(workspace)}
      ></lb-failure>`;
    if (!this.#isPart && !collections)
      return html`<lb-progress what="Looking for texts"></lb-progress>`;
    if (!this.#isPart && collections!.length === 0)
      return html`<div class="empty">
        <p>
          There is no text yet. A map shows tables and entries with texts, such as messages and
          notes: what is near in meaning lies near.
        </p>
        <a class="button" href="./import.html">Import files</a>
      </div>`;
    const isStopped = !opened && !this.#work.isRunning && this.shown !== undefined;
    return html`${this.#isPart ? nothing : html`<h1 class="visually-hidden">Map</h1>`}
    ${
      this.#isPart
        ? nothing
        : renderCollectionChips(collections!, this.shown, (id) => this.#choose(workspace, id))
    }
    ${this.#work.render()}
    ${
      isStopped
        ? html`<button class="begin" @click=${() => this.#open(workspace, this.shown!)}>
            Draw the map
          </button>`
        : this.#renderMap(workspace)
    }`;
  }
}

customElements.define("lb-map", LbMap);

declare global {
  interface HTMLElementTagNameMap {
    "lb-map": LbMap;
  }
}
