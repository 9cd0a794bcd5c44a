import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {TopicView, Workspace} from "../src/index.ts";
import {editTags, toSlug} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import "./lb-topic-edges.ts";
import "./lb-topic-mood.ts";
import "./lb-topic-texts.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {mapHref, queryHref} from "./links.ts";
import {LongWork} from "./long-work.ts";
import type {SelectEvent} from "./select-event.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import type {Tab} from "./tabs.ts";
import {renderTabs, tabStyles} from "./tabs.ts";
import {renderTopicMark, topicMarkStyles} from "./topic-mark.ts";
import type {ShownTopic} from "./topics-state.ts";
import {OUTLIERS, toTopicIds, toTopicSql} from "./topics-state.ts";

/** The choice of a topic that is not there yet, and what it is called until somebody names it. */
const NEW = "new";
const NEW_NAME = "New topic";

type TextList = "typical" | "borderline" | "all";

/** One topic: its name, its texts, its course, and all that can be done to it. Each change can be undone. */
export class LbTopic extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tabStyles,
    topicMarkStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-2);
        align-content: start;
        min-width: 0;
      }
      .name {
        flex: 1 1 160px;
        min-width: 0;
        font-weight: 600;
      }
      .keywords {
        overflow-wrap: anywhere;
      }
      .chosen {
        padding: var(--lb-1) 0;
      }
      .chosen select {
        max-width: 180px;
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    view: {attribute: false},
    topic: {},
    list: {state: true},
    selected: {state: true}
  };

  declare workspace: Workspace;
  declare view: TopicView;
  declare topic: ShownTopic;
  declare protected list: TextList;
  /** Ends of the texts that are ticked. */
  declare protected selected: ReadonlySet<string>;
  readonly #work = new LongWork(this);

  constructor() {
    super();
    this.list = "typical";
    this.selected = new Set();
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("topic")) {
      this.selected = new Set();
      this.list = this.topic === OUTLIERS ? "all" : "typical";
    }
  }

  get #id(): string | null {
    return this.topic === OUTLIERS ? null : this.topic;
  }

  #titleOf(topic: string): string {
    return topic === NEW ? NEW_NAME : this.view.topic(topic).title;
  }

  /** Does one thing to the topics, and offers to take it back. */
  #edit(message: string, what: string, edit: () => Promise<string | null>): void {
    const {store} = this.workspace;
    void this.#work.run({what, failed: "Nothing was changed"}, async () => {
      const group = await edit();
      this.selected = new Set();
      if (group !== null) offerUndo({store, groups: [group], message});
    });
  }

  #split(title: string): void {
    const {workspace, view} = this;
    const {store, topics} = workspace;
    const words = {what: "Splitting", noun: "texts", failed: "The topic stays as it is"};
    void this.#work.run(words, async ({signal, onProgress}) => {
      const group = await topics.split(view.set.id, this.topic, {signal, onProgress});
      offerUndo({store, groups: [group], message: `Split “${title}”`});
    });
  }

  #tag(title: string): void {
    const {workspace, view} = this;
    const {store} = workspace;
    const tag = toSlug(title);
    const ids = view.rowsOf(this.#id).map((row) => view.texts.ends[row]!);
    const words = {what: "Tagging", noun: "entries", failed: "The entries have no new tag"};
    void this.#work.run(words, async (signs) => {
      const {changed, group} = await store.entries.changeAll(ids, ({fields}) => fields, {
        tags: (entry) => editTags({do: "add tag", tag}, entry),
        what: `Tag ${formatCounted(ids.length, "entry")} ${tag}`,
        ...signs
      });
      offerUndo({store, groups: [group], message: `${formatCount(changed)} tagged “${tag}”`});
    });
  }

  #rows(): number[] {
    const {view, list} = this;
    if (this.#id === null || list === "all") return view.rowsOf(this.#id);
    const ends = view.topic(this.#id)[list];
    const wanted = new Map(ends.map((end, i) => [end, i]));
    return view
      .rowsOf(this.#id)
      .filter((row) => wanted.has(view.texts.ends[row]!))
      .sort((a, b) => wanted.get(view.texts.ends[a]!)! - wanted.get(view.texts.ends[b]!)!);
  }

  #renderHead(): TemplateResult {
    const {view, workspace} = this;
    const {topics} = workspace;
    if (this.#id === null)
      return html`<h2>In no topic</h2>
        <p class="muted">Texts that are like no others. Tick some to move them into a topic.</p>`;
    const topic = view.topic(this.#id);
    const {id, title, label, pinned, ignored, keywords} = topic;
    const isBroad = view.topics.some(({parent}) => parent === id);
    const change = (patch: {pinned: boolean} | {ignored: boolean}, message: string): void =>
      this.#edit(message, "Changing", () => topics.change(view.set.id, id, patch));
    return html`<div class="row">
        ${renderTopicMark(topic)}
        <input
          class="name"
          aria-label="Name of the topic"
          placeholder=${label}
          .value=${title}
          @change=${(event: Event) => {
            const {value} = event.target as HTMLInputElement;
            this.#edit(`Named “${value.trim() || label}”`, "Renaming", () =>
              topics.change(view.set.id, id, {name: value})
            );
          }}
        />
        <button
          aria-pressed=${pinned}
          title="A pinned topic is never given up by a run"
          @click=${() => change({pinned: !pinned}, pinned ? `“${title}” unpinned` : `“${title}” pinned`)}
        >
          ${pinned ? "Unpin" : "Pin"}
        </button>
        <button
          @click=${() =>
            change({ignored: !ignored}, ignored ? `“${title}” shown` : `“${title}” ignored`)}
        >
          ${ignored ? "Show" : "Ignore"}
        </button>
        ${
          isBroad
            ? nothing
            : html`<button ?disabled=${this.#work.isRunning} @click=${() => this.#split(title)}>
                Split
              </button>`
        }
      </div>
      <p class="keywords muted">${keywords.map(({term}) => term).join(", ")}</p>`;
  }

  #renderChosen(): TemplateResult | typeof nothing {
    const {view, workspace, selected} = this;
    const {topics} = workspace;
    const ends = [...selected];
    if (ends.length === 0) return nothing;
    const texts = formatCounted(ends.length, "text");
    const move = (event: Event): void => {
      const target = (event.target as HTMLSelectElement).value;
      const topic = target === OUTLIERS ? null : target;
      const title = topic === null ? "no topic" : `“${this.#titleOf(topic)}”`;
      this.#edit(`${texts} moved to ${title}`, "Moving", () =>
        topic === NEW
          ? topics.create(view.set.id, NEW_NAME, ends)
          : topics.move(view.set.id, ends, topic)
      );
    };
    return html`<div class="row chosen" role="group" aria-label="Chosen texts">
      <span>${texts}</span>
      <select aria-label="Move to a topic" @change=${move}>
        <option selected disabled>Move to …</option>
        <option value=${NEW}>${NEW_NAME}</option>
        <option value=${OUTLIERS}>No topic</option>
        ${view.topics
          .filter(({id}) => id !== this.topic)
          .map(
            ({id, title, depth}) =>
              html`<option value=${id}>${depth > 0 ? "– " : ""}${title}</option>`
          )}
      </select>
      <button
        ?disabled=${ends.length < 2}
        title="Each run to come keeps them in one topic"
        @click=${() =>
          this.#edit(`${texts} kept together`, "Joining", () => topics.join(view.set.id, ends))}
      >
        These belong together
      </button>
      <button class="quiet" @click=${() => (this.selected = new Set())}>Clear</button>
    </div>`;
  }

  #renderLists(size: number): TemplateResult | typeof nothing {
    if (this.#id === null) return nothing;
    const tabs: Tab<TextList>[] = [
      {name: "typical", label: "Typical"},
      {name: "borderline", label: "Borderline"},
      {name: "all", label: `All ${formatCount(size)}`}
    ];
    return renderTabs("Texts of the topic", tabs, this.list, (list) => (this.list = list));
  }

  override render(): TemplateResult {
    const {view, workspace} = this;
    const id = this.#id;
    const size = id === null ? view.outliers : view.topic(id).size;
    const title = id === null ? "" : view.topic(id).title;
    const isOfEntries = view.texts.collection.of === "entries";
    return html`${this.#renderHead()}
      <div class="row">
        <a class="button" href=${queryHref(toTopicSql(view, toTopicIds(view, this.topic)))}
          >Open as SQL</a
        >
        ${
          id === null
            ? nothing
            : html`<a class="button" href=${mapHref({set: view.texts.collection.id, id})}
                >Show on the map</a
              >`
        }
        ${
          isOfEntries && id !== null && size > 0
            ? html`<button ?disabled=${this.#work.isRunning} @click=${() => this.#tag(title)}>
                Tag ${formatCount(size)} ${size === 1 ? "entry" : "entries"}
              </button>`
            : nothing
        }
      </div>
      ${this.#work.render()}
      <lb-topic-mood .workspace=${workspace} .view=${view} topic=${this.topic}></lb-topic-mood>
      ${
        id === null
          ? nothing
          : html`<lb-topic-edges
              .workspace=${workspace}
              set=${view.set.id}
              topic=${id}
            ></lb-topic-edges>`
      }
      ${this.#renderLists(size)}
      <div role=${id === null ? "group" : "tabpanel"} id="panel" aria-labelledby="tab-${this.list}">
        ${this.#renderChosen()}
        <lb-topic-texts
          .view=${view}
          .rows=${this.#rows()}
          .selected=${this.selected}
          @lb-select=${({ids}: SelectEvent) => (this.selected = ids)}
        ></lb-topic-texts>
      </div>`;
  }
}

customElements.define("lb-topic", LbTopic);

declare global {
  interface HTMLElementTagNameMap {
    "lb-topic": LbTopic;
  }
}
