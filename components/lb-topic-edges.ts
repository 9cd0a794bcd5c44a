import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EdgeGroup, Workspace} from "../src/index.ts";
import {toEndText, toTopicEnd} from "../src/index.ts";
import {Follow} from "./follow.ts";
import {formatCounted} from "./format-value.ts";
import {entryHref} from "./links.ts";
import {baseStyles} from "./styles.ts";

const MAX_SHOWN = 10;

/** The entries that edges join to a topic; nothing where there are none. */
export class LbTopicEdges extends LitElement {
  static override styles = [
    baseStyles,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
    `
  ];
  static override properties = {workspace: {attribute: false}, set: {}, topic: {}};

  declare workspace: Workspace;
  declare set: string;
  declare topic: string;
  readonly #groups = new Follow<readonly EdgeGroup[]>(this);

  override willUpdate(): void {
    const {store} = this.workspace;
    const id = toTopicEnd({set: this.set, id: this.topic});
    const end = toEndText({kind: "topic", id});
    this.#groups.follow(end, () => store.live(() => store.edges.of(end, {limit: MAX_SHOWN})));
  }

  override render(): TemplateResult | typeof nothing {
    const groups = this.#groups.value ?? [];
    if (groups.length === 0) return nothing;
    return html`<ul aria-label="Edges of the topic">
      ${groups.map(
        ({label, edges, total}) =>
          html`<li>
            <span class="muted">${label}</span>
            ${edges.map(({other}) => html`<a href=${entryHref(other)}>${other.title}</a> `)}
            ${total > MAX_SHOWN ? html`<span class="muted">${formatCounted(total, "edge")}</span>` : nothing}
          </li>`
      )}
    </ul>`;
  }
}

customElements.define("lb-topic-edges", LbTopicEdges);

declare global {
  interface HTMLElementTagNameMap {
    "lb-topic-edges": LbTopicEdges;
  }
}
