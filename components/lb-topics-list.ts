import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {TopicLine, TopicView} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {SelectEvent} from "./select-event.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";
import {renderSpark} from "./topic-spark.ts";
import {renderTopicMark, toTopicColour, topicMarkStyles} from "./topic-mark.ts";
import type {ShownTopic} from "./topics-state.ts";
import {OUTLIERS, toDrift, toWordDrift} from "./topics-state.ts";

const KEYWORDS = 6;
const BAR_PX = 64;

/** Somebody wants to see a topic, or the texts in none. */
export class TopicEvent extends Event {
  readonly topic: ShownTopic;

  constructor(topic: ShownTopic) {
    super("lb-topic");
    this.topic = topic;
  }
}

/**
 * The topics of a collection as a table: broad ones with their parts below them, then what is in none.
 *
 * @fires lb-topic - somebody wants to see one
 * @fires lb-select - others are ticked now
 */
export class LbTopicsList extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    topicMarkStyles,
    css`
      :host {
        display: block;
        overflow-x: auto;
      }
      th,
      td {
        padding: 0 var(--lb-1);
      }
      td:first-child {
        width: 20px;
      }
      input {
        display: block;
      }
      .name {
        max-width: 220px;
      }
      .name button {
        max-width: 100%;
        min-height: calc(var(--lb-row) - 2px);
        padding: 0 var(--lb-1);
      }
      .name span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .part {
        padding-left: var(--lb-4);
      }
      .broad span {
        font-weight: 600;
      }
      .keywords {
        max-width: 1px;
        width: 100%;
        min-width: 120px;
        overflow: hidden;
        text-overflow: ellipsis;
        color: var(--lb-text-muted);
      }
      .bar {
        display: inline-block;
        height: 8px;
        margin-left: var(--lb-1);
        background: var(--lb-border-strong);
        vertical-align: middle;
      }
      .size {
        white-space: nowrap;
      }
      tr.ignored {
        opacity: 0.55;
      }
      .spark {
        display: block;
      }
      @media (max-width: 700px) {
        .keywords,
        .bar {
          display: none;
        }
        .name {
          max-width: 190px;
        }
      }
    `
  ];
  static override properties = {
    view: {attribute: false},
    shown: {},
    selected: {attribute: false}
  };

  declare view: TopicView;
  /** The topic that is shown beside the list. */
  declare shown: ShownTopic | undefined;
  /** The ids of those that are ticked. */
  declare selected: ReadonlySet<string>;

  constructor() {
    super();
    this.selected = new Set();
  }

  #tick(id: string, isOn: boolean): void {
    const ids = new Set(this.selected);
    if (isOn) ids.add(id);
    else ids.delete(id);
    this.dispatchEvent(new SelectEvent(ids));
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const move = {ArrowDown: 1, ArrowUp: -1, j: 1, k: -1}[event.key];
    if (move === undefined) return;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>(".name button")];
    const at = buttons.indexOf(event.composedPath()[0] as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    buttons[at + move]?.focus();
  };

  #renderName(id: ShownTopic, className: string, title: string, mark: unknown): TemplateResult {
    return html`<td class="name ${className}">
      <button
        class="quiet"
        aria-pressed=${id === this.shown}
        title=${title}
        @click=${() => this.dispatchEvent(new TopicEvent(id))}
      >
        ${mark}<span>${title}</span>
      </button>
    </td>`;
  }

  #renderSize(size: number, most: number): TemplateResult {
    const width = most === 0 ? 0 : Math.max(1, (size / most) * BAR_PX);
    return html`<td class="number size">${formatCount(size)}</td>
      <td><span class="bar" style="width: ${width}px"></span></td>`;
  }

  #renderTopic(topic: TopicLine, most: number): TemplateResult {
    const {view} = this;
    const {id, title, depth, keywords, size, pinned, ignored} = topic;
    const isBroad = view.topics.some(({parent}) => parent === id);
    const drift = toDrift(
      topic,
      view.topics.every(({former}) => former === null)
    );
    const words = toWordDrift(topic);
    const colour = toTopicColour(topic);
    return html`<tr class=${ignored ? "ignored" : ""} aria-selected=${id === this.shown}>
      <td>
        <input
          type="checkbox"
          aria-label="Choose ${title}"
          .checked=${this.selected.has(id)}
          @change=${(event: Event) => this.#tick(id, (event.target as HTMLInputElement).checked)}
        />
      </td>
      ${this.#renderName(
        id,
        `${depth > 0 ? "part" : ""} ${isBroad ? "broad" : ""}`,
        title,
        renderTopicMark(topic)
      )}
      <td class="muted">
        ${pinned ? html`<span title="Pinned">pinned</span>` : nothing}
        ${ignored ? html`<span title="Not shown elsewhere">ignored</span>` : nothing}
        ${drift === "" ? nothing : html`<span title="Since the run before">${drift}</span>`}
        ${words === "" ? nothing : html`<span title="Since the run before: ${words}">other words</span>`}
      </td>
      <td class="keywords">
        ${keywords
          .slice(0, KEYWORDS)
          .map(({term}) => term)
          .join(", ")}
      </td>
      ${this.#renderSize(size, most)}
      <td>${renderSpark(view.course(id, {steps: 48}), colour, `${title} over time`)}</td>
    </tr>`;
  }

  override render(): TemplateResult {
    const {topics, outliers, size} = this.view;
    const most = Math.max(outliers, ...topics.map((topic) => topic.size));
    const share = size === 0 ? 0 : (100 * outliers) / size;
    return html`<table @keydown=${this.#onKeyDown}>
      <caption class="visually-hidden">
        Topics
      </caption>
      <thead>
        <tr>
          <th><span class="visually-hidden">Choose</span></th>
          <th>Topic</th>
          <th><span class="visually-hidden">State</span></th>
          <th class="keywords">Keywords</th>
          <th class="number">Texts</th>
          <th><span class="visually-hidden">Share</span></th>
          <th>${this.view.steps() ? "Over time" : nothing}</th>
        </tr>
      </thead>
      <tbody>
        ${topics.map((topic) => this.#renderTopic(topic, most))}
        <tr aria-selected=${this.shown === OUTLIERS}>
          <td></td>
          ${this.#renderName(OUTLIERS, "", "In no topic", nothing)}
          <td></td>
          <td class="keywords">${share.toFixed(1)} % of ${formatCounted(size, "text")}</td>
          ${this.#renderSize(outliers, most)}
          <td></td>
        </tr>
      </tbody>
    </table>`;
  }
}

customElements.define("lb-topics-list", LbTopicsList);

declare global {
  interface HTMLElementTagNameMap {
    "lb-topics-list": LbTopicsList;
  }
  interface HTMLElementEventMap {
    "lb-topic": TopicEvent;
  }
}
