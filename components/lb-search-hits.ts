import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {HitKind, SearchHit} from "../src/index.ts";
import {doCommand} from "./commands.ts";
import {formatCount} from "./format-value.ts";
import type {RowTables} from "./hit-links.ts";
import {toHitHref} from "./hit-links.ts";
import {HIT_KINDS, toReasonText} from "./hit-words.ts";
import {likeHref} from "./links.ts";
import {LikeEvent} from "./like-event.ts";
import {isPlainClick} from "./plain-click.ts";
import {renderDay} from "./render-day.ts";
import {renderMarked} from "./render-marked.ts";
import {placesStyles, renderPlaces} from "./render-places.ts";
import {SelectEvent} from "./select-event.ts";
import {listStyles} from "./list-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** What has a text of its own that others can be like, and can be chosen. */
const WITH_TEXT: readonly HitKind[] = ["entry", "row", "document"];

/**
 * Hits of a search: what each is, what of it answers, and why. `j`, `k` and the arrows go from one to the next, Enter
 * opens it, `x` ticks it.
 *
 * @fires lb-select - with the ends of those that are ticked now
 * @fires lb-like - with the end whose like are wanted; the link does it where nobody prevents it
 */
export class LbSearchHits extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    listStyles,
    placesStyles,
    css`
      li {
        display: grid;
        grid-template-columns: 20px minmax(0, 1fr);
        align-items: start;
        gap: 0 var(--lb-1);
        padding: 5px 0;
      }
      .head {
        display: flex;
        align-items: baseline;
        gap: var(--lb-2);
      }
      .title {
        overflow: hidden;
        min-height: 0;
        padding: 0;
        border: 0;
        background: none;
        font-weight: 600;
        text-align: left;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      button.title {
        color: var(--lb-accent);
      }
      .from {
        font-size: var(--lb-size-table);
        white-space: nowrap;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--lb-3);
      }
      mark {
        background: var(--lb-bg-selected);
        color: inherit;
        font-weight: 600;
      }
      .alike {
        color: var(--lb-text-muted);
        text-decoration: underline;
      }
      @media (max-width: 700px) {
        .head {
          flex-wrap: wrap;
          gap: 0 var(--lb-2);
        }
        .title {
          flex-basis: 100%;
          white-space: normal;
        }
      }
      @media (pointer: coarse) {
        .title,
        .alike {
          line-height: 32px;
        }
      }
    `
  ];
  static override properties = {
    hits: {attribute: false},
    tables: {attribute: false},
    selected: {attribute: false},
    open: {state: true}
  };

  declare hits: readonly SearchHit[];
  declare tables: RowTables | undefined;
  /** Ends of those that are ticked. */
  declare selected: ReadonlySet<string>;
  /** Ends of those whose other places are shown. */
  declare protected open: ReadonlySet<string>;

  constructor() {
    super();
    this.hits = [];
    this.selected = new Set();
    this.open = new Set();
  }

  /** Goes to the first hit. */
  override focus(): void {
    this.#titles()[0]?.focus();
  }

  #titles(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>(".title")];
  }

  #tick(end: string): void {
    const ids = new Set(this.selected);
    if (!ids.delete(end)) ids.add(end);
    this.dispatchEvent(new SelectEvent(ids));
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const titles = this.#titles();
    const at = titles.indexOf(event.composedPath()[0] as HTMLElement);
    if (at < 0) return;
    const move = {ArrowDown: 1, ArrowUp: -1, j: 1, k: -1}[event.key];
    const hit = this.hits[at];
    if (move !== undefined) titles[at + move]?.focus();
    else if (event.key === "x" && hit && WITH_TEXT.includes(hit.kind)) this.#tick(hit.end);
    else return;
    event.preventDefault();
  };

  #askLike(event: MouseEvent, end: string): void {
    if (isPlainClick(event) && !this.dispatchEvent(new LikeEvent(end))) event.preventDefault();
  }

  #renderTitle(hit: SearchHit): TemplateResult {
    const {text, marks} = hit.title;
    const title = text === "" ? "(no text)" : renderMarked(text, marks);
    const href = toHitHref(hit, this.tables);
    return href === undefined
      ? html`<button class="title" @click=${() => doCommand(hit.end)}>${title}</button>`
      : html`<a class="title" href=${href}>${title}</a>`;
  }

  #renderAlike({end, alike, title}: SearchHit): TemplateResult | typeof nothing {
    if (alike < 2) return nothing;
    const isOpen = this.open.has(end);
    const toggle = (): void => {
      const open = new Set(this.open);
      if (!open.delete(end)) open.add(end);
      this.open = open;
    };
    return html`<button
      class="quiet times"
      aria-expanded=${isOpen}
      aria-label="${formatCount(alike)} times the same: ${title.text}"
      title="Said ${formatCount(alike)} times, letter for letter"
      @click=${toggle}
    >
      × ${formatCount(alike)}
    </button>`;
  }

  #renderHit(hit: SearchHit): TemplateResult {
    const {kind, end, title, snippet, from, time, why} = hit;
    const hasText = WITH_TEXT.includes(kind);
    return html`<li>
      ${
        hasText
          ? html`<input
              type="checkbox"
              aria-label="Choose ${title.text}"
              .checked=${this.selected.has(end)}
              @change=${() => this.#tick(end)}
            />`
          : html`<span></span>`
      }
      <div>
        <div class="head">
          ${this.#renderTitle(hit)} ${this.#renderAlike(hit)}
          <span class="muted from"
            >${kind === "entry" && from !== "" ? from : HIT_KINDS[kind]}${
              from !== "" && kind !== "entry" ? ` of ${from}` : nothing
            }</span
          >
          ${renderDay(time, "muted from")}
        </div>
        ${
          snippet.text === ""
            ? nothing
            : html`<div class="text">${renderMarked(snippet.text, snippet.marks)}</div>`
        }
        <div class="facts muted">
          <span title="Why it was found">${toReasonText(why)}</span>
          ${
            hasText
              ? html`<a
                  class="alike"
                  aria-label="more like this: ${title.text}"
                  href=${likeHref(end)}
                  @click=${(event: MouseEvent) => this.#askLike(event, end)}
                  >more like this</a
                >`
              : nothing
          }
        </div>
        ${this.open.has(end) ? renderPlaces(hit, this.tables) : nothing}
      </div>
    </li>`;
  }

  override render(): TemplateResult {
    return html`<ol @keydown=${this.#onKeyDown}>
      ${this.hits.map((hit) => this.#renderHit(hit))}
    </ol>`;
  }
}

customElements.define("lb-search-hits", LbSearchHits);

declare global {
  interface HTMLElementTagNameMap {
    "lb-search-hits": LbSearchHits;
  }
}
