import type {TemplateResult, nothing} from "lit";
import {css, html} from "lit";
import type {TopicCollection, TopicView, Workspace} from "../src/index.ts";
import {Follow} from "./follow.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import "./lb-progress.ts";
import "./lb-topic.ts";
import type {TopicEvent} from "./lb-topics-list.ts";
import "./lb-topics-list.ts";
import type {CollectionEvent, FindTopicsEvent} from "./lb-topics-tools.ts";
import "./lb-topics-tools.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {LongWork} from "./long-work.ts";
import {findLargest} from "./map/collection-chips.ts";
import {hearPage} from "./page-events.ts";
import {writePageQuery} from "./page-query.ts";
import type {SelectEvent} from "./select-event.ts";
import type {TopicsState} from "./topics-state.ts";
import {OUTLIERS, readTopicsState} from "./topics-state.ts";
import {emptyStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

/** The topics page: what the texts of a collection are about, found on this machine and mended by hand. */
export class LbTopics extends WorkspaceElement {
  static override styles = [
    ...WorkspaceElement.styles,
    emptyStyles,
    css`
      :host {
        display: block;
        container: topics / inline-size;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--lb-4);
        margin-top: var(--lb-2);
      }
      .chosen {
        min-height: var(--lb-control);
        margin-bottom: var(--lb-1);
      }
      @container topics (min-width: 900px) {
        .columns {
          grid-template-columns: minmax(0, 3fr) minmax(340px, 2fr);
        }
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    state: {state: true},
    collections: {state: true},
    view: {state: true},
    selected: {state: true},
    failed: {state: true}
  };

  declare protected state: TopicsState;
  declare protected collections: readonly TopicCollection[] | undefined;
  /** Of the collection that is shown; null where nobody looked for topics yet. */
  declare protected view: TopicView | null | undefined;
  /** The ids of the topics that are ticked. */
  declare protected selected: ReadonlySet<string>;
  /** Why the collections or the topics cannot be read. */
  declare protected failed: unknown;
  readonly #work = new LongWork(this);
  readonly #kept = new Follow<unknown>(this, () => void this.#open());
  #opening = 0;

  constructor() {
    super();
    this.state = readTopicsState();
    this.selected = new Set();
    hearPage(this, window, "popstate", () => (this.state = readTopicsState()));
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const {workspace} = this;
    if (!workspace || workspace.storeFailure) return;
    if (changed.has("workspace")) void this.#readCollections();
    const id = this.#current()?.collection.id;
    if (id !== undefined) this.#kept.follow(id, () => workspace.topics.follow(id));
  }

  /** The collection that is shown: the largest that has topics, or is chosen to be understood, where nobody said. */
  #current(): TopicCollection | undefined {
    const {collections = [], state} = this;
    const find = (accept: (one: TopicCollection) => boolean): TopicCollection | undefined => {
      const id = findLargest(collections.filter(accept));
      return collections.find(({collection}) => collection.id === id);
    };
    return (
      find(({collection}) => collection.id === state.collection) ??
      find(({topics}) => topics !== undefined) ??
      find(({isChosen, collection}) => isChosen && collection.time !== null) ??
      find(({isChosen}) => isChosen) ??
      collections[0]
    );
  }

  async #readCollections(): Promise<void> {
    this.failed = undefined;
    try {
      const all = await this.workspace!.topics.collections();
      this.collections = all.filter(({collection}) => collection.columns.length > 0);
    } catch (error) {
      this.failed = error;
    }
  }

  /** Reads the topics as they are now; what is asked for meanwhile comes later and counts. */
  async #open(): Promise<void> {
    const id = this.#current()?.collection.id;
    if (id === undefined) return;
    const turn = ++this.#opening;
    try {
      const view = (await this.workspace!.topics.open(id)) ?? null;
      if (turn !== this.#opening) return;
      this.view = view;
      this.failed = undefined;
      this.selected = new Set(
        [...this.selected].filter((one) => view?.topics.some((topic) => topic.id === one))
      );
    } catch (error) {
      if (turn === this.#opening) this.failed = error;
    }
  }

  #show(state: TopicsState): void {
    if (state.collection !== this.state.collection) {
      this.view = undefined;
      this.selected = new Set();
    }
    this.state = state;
    writePageQuery({of: state.collection, topic: state.topic}, {push: true});
  }

  #find(workspace: Workspace, {collection}: TopicCollection, detail: number): void {
    const {store, topics} = workspace;
    const words = {
      what: "Finding topics",
      failed: `The topics of ${collection.label} were not found`,
      canRetry: true
    };
    void this.#work.run(words, async ({signal, onProgress}) => {
      const group = await topics.run(collection.id, {
        detail,
        signal,
        onProgress: (done, total, step) => onProgress(done, total, step && toSentence(step))
      });
      offerUndo({store, groups: [group], message: `Topics of ${collection.label} found`});
    });
  }

  #place(workspace: Workspace, {collection}: TopicCollection): void {
    const words = {what: "Placing new texts", failed: "The new texts have no topic"};
    void this.#work.run(words, async ({signal, onProgress}) => {
      await workspace.topics.place(collection.id, {signal, onProgress});
      await this.#open(); // what is placed is no part of the history, which is followed
    });
  }

  #merge(workspace: Workspace, view: TopicView): void {
    const {store, topics} = workspace;
    const chosen = view.topics.filter(({id}) => this.selected.has(id));
    const into = chosen.reduce((best, one) => (one.pinned && !best.pinned ? one : best));
    const words = {what: "Merging", failed: "The topics stay as they are"};
    void this.#work.run(words, async () => {
      const group = await topics.merge(view.set.id, [...this.selected], into.id);
      this.selected = new Set();
      this.#show({...this.state, topic: into.id});
      offerUndo({store, groups: [group], message: `Merged into “${into.title}”`});
    });
  }

  #renderChosen(workspace: Workspace, view: TopicView): TemplateResult {
    const count = this.selected.size;
    if (count === 0)
      return html`<p class="muted chosen">Tick two topics or more to merge them.</p>`;
    return html`<div class="row chosen" role="group" aria-label="Chosen topics">
      <span>${formatCounted(count, "topic")}</span>
      <button
        ?disabled=${count < 2 || this.#work.isRunning}
        @click=${() => this.#merge(workspace, view)}
      >
        Merge ${formatCount(count)}
      </button>
      <button class="quiet" @click=${() => (this.selected = new Set())}>Clear</button>
    </div>`;
  }

  #renderTopics(workspace: Workspace, view: TopicView): TemplateResult {
    const {topic} = this.state;
    const isThere = topic === OUTLIERS || view.topics.some(({id}) => id === topic);
    const shown = isThere ? topic! : (view.topics[0]?.id ?? OUTLIERS);
    return html`<div class="columns">
      <div>
        ${this.#renderChosen(workspace, view)}
        <lb-topics-list
          .view=${view}
          .selected=${this.selected}
          shown=${shown}
          @lb-topic=${({topic}: TopicEvent) => this.#show({...this.state, topic})}
          @lb-select=${({ids}: SelectEvent) => (this.selected = ids)}
        ></lb-topics-list>
      </div>
      <lb-topic
        role="region"
        aria-label="The topic"
        .workspace=${workspace}
        .view=${view}
        topic=${shown}
      ></lb-topic>
    </div>`;
  }

  #renderBody(workspace: Workspace, current: TopicCollection): TemplateResult | typeof nothing {
    const {view, failed} = this;
    if (failed !== undefined)
      return html`<lb-failure
        retry
        what="The topics cannot be read"
        .error=${failed}
        @retry=${() => void this.#open()}
      ></lb-failure>`;
    if (view === undefined) return html`<lb-progress what="Reading the topics"></lb-progress>`;
    if (view) return this.#renderTopics(workspace, view);
    const {label} = current.collection;
    return html`<p class="empty">
      Topics tell what the texts of ${label} are about: texts that mean nearly the same are grouped
      on this machine, and each group is named by its words.
    </p>`;
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    if (workspace.storeFailure)
      return html`<lb-failure
        .error=${workspace.storeFailure}
        what="No topics are kept in this window"
      ></lb-failure>`;
    const {collections, failed} = this;
    const current = this.#current();
    if (!collections)
      return failed === undefined
        ? html`<lb-progress what="Looking for texts"></lb-progress>`
        : html`<lb-failure
            retry
            what="The texts cannot be read"
            .error=${failed}
            @retry=${() => void this.#readCollections()}
          ></lb-failure>`;
    if (!current)
      return html`<div class="empty">
        <p>
          There is no text yet. Topics are found in tables and entries with texts: messages, notes,
          mails.
        </p>
        <a class="button" href="./import.html">Import files</a>
      </div>`;
    return html`<h1 class="visually-hidden">Topics</h1>
      <lb-topics-tools
        .collections=${collections}
        .current=${current}
        .view=${this.view ?? undefined}
        ?busy=${this.#work.isRunning}
        @lb-collection=${({collection}: CollectionEvent) =>
          this.#show({collection, topic: undefined})}
        @lb-find-topics=${({detail}: FindTopicsEvent) => this.#find(workspace, current, detail)}
        @lb-place=${() => this.#place(workspace, current)}
      ></lb-topics-tools>
      ${this.#work.render()}${this.#renderBody(workspace, current)}`;
  }
}

function toSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

customElements.define("lb-topics", LbTopics);

declare global {
  interface HTMLElementTagNameMap {
    "lb-topics": LbTopics;
  }
}
