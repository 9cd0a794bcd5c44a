import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EdgeKind, EntryType, FieldSchema, Suggestion, Workspace} from "../src/index.ts";
import {SUGGESTED_KINDS, isSame, toEnd, toLabel} from "../src/index.ts";
import {changedFields} from "./changed-fields.ts";
import type {EndView} from "./end-views.ts";
import {diffStyles, renderDiff} from "./field-diff.ts";
import {formatField} from "./format-field.ts";
import {getOwn} from "./get-own.ts";
import "./lb-row-values.ts";
import {baseStyles, controlStyles} from "./styles.ts";

/** Fields of each end that are shown; the entry's page has the others. */
const MAX_FIELDS = 8;
const MAX_VALUE_LENGTH = 200;

/** One suggestion: what is proposed, why, and both ends side by side, with marks on what differs. */
export class LbSuggestion extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    diffStyles,
    css`
      :host {
        display: block;
        container: suggestion / inline-size;
      }
      h2 {
        overflow-wrap: anywhere;
      }
      h2 a {
        text-decoration: underline;
      }
      ul {
        margin: var(--lb-1) 0;
        padding: 0;
        list-style: none;
      }
      li {
        overflow-wrap: anywhere;
      }
      .ends {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: var(--lb-1) var(--lb-4);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(60px, max-content) minmax(0, 1fr);
        gap: 0 var(--lb-2);
        align-content: start;
        margin: 0;
      }
      h2 .muted {
        font-weight: 400;
      }
      dt {
        color: var(--lb-text-muted);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      dd.other {
        border-left: 3px solid var(--lb-warning);
        padding-left: var(--lb-1);
      }
      @container suggestion (max-width: 480px) {
        .ends {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    suggestion: {attribute: false},
    ends: {attribute: false},
    kinds: {attribute: false},
    types: {attribute: false}
  };

  declare workspace: Workspace | undefined;
  declare suggestion: Suggestion;
  /** What stands at each end, by its text. */
  declare ends: ReadonlyMap<string, EndView>;
  declare kinds: ReadonlyMap<string, EdgeKind>;
  declare types: ReadonlyMap<string, EntryType>;

  #views(): EndView[] {
    return this.suggestion.ends.flatMap((end) => this.ends.get(end) ?? []);
  }

  #renderTitle({title, type, href}: EndView): TemplateResult {
    const label = this.types.get(type)?.label ?? type;
    return html`${href === undefined ? title : html`<a href=${href}>${title}</a>`}
      <span class="muted">${label}</span>`;
  }

  #renderHead(): TemplateResult {
    const {proposal} = this.suggestion;
    const [first, second] = this.#views();
    const name = (end: EndView | undefined): TemplateResult =>
      end ? this.#renderTitle(end) : html``;
    switch (proposal.do) {
      case "edge": {
        const kind =
          this.kinds.get(proposal.kind) ??
          SUGGESTED_KINDS.find((one) => one.name === proposal.kind);
        const [from, to] = [this.ends.get(proposal.from), this.ends.get(proposal.to)];
        return html`${name(from)} → ${kind?.label ?? proposal.kind} → ${name(to)}`;
      }
      case "merge":
        return html`${name(first)} is the same as ${name(second)}`;
      case "tag":
        return html`${name(first)} has the tag “${proposal.tag}”`;
    }
  }

  #renderEnd(end: EndView, other: EndView | undefined, text: string): TemplateResult {
    const address = toEnd(text);
    if (address?.kind === "row")
      return html`<div>
        <lb-row-values .workspace=${this.workspace} .end=${address}></lb-row-values>
      </div>`;
    if (!end.entry)
      return html`<div class="muted">${end.href ? "" : "This entry was deleted."}</div>`;
    const {fields} = end.entry;
    const properties = this.types.get(end.type)?.schema.properties ?? {};
    const names = Object.keys(fields).filter((name) => formatField(fields[name]) !== "");
    return html`<dl>
      ${names.slice(0, MAX_FIELDS).map((name) => {
        const schema: FieldSchema | undefined = getOwn(properties, name);
        const isOther =
          other?.entry?.type === end.type &&
          !isSame(getOwn(other.entry.fields, name), fields[name]);
        return html`<dt>${schema?.title ?? toLabel(name)}</dt>
          <dd class=${isOther ? "other" : ""} title=${isOther ? "differs" : nothing}>
            ${cut(formatField(fields[name], schema))}
          </dd>`;
      })}
    </dl>`;
  }

  /** Of two entries of one type: what differs, as a change from one to the other. */
  #renderDifferences(): TemplateResult | typeof nothing {
    const [first, second] = this.#views();
    if (!first?.entry || !second?.entry || first.type !== second.type) return nothing;
    if (this.suggestion.proposal.do !== "merge") return nothing;
    const properties = this.types.get(first.type)?.schema.properties ?? {};
    const changes = changedFields(first.entry, second.entry);
    if (changes.length === 0) return html`<p class="muted">All fields are the same.</p>`;
    return html`<ul aria-label="What differs">
      ${changes.slice(0, MAX_FIELDS).map(({name, before, after}) => {
        const schema = getOwn(properties, name);
        return html`<li>
          ${schema?.title ?? toLabel(name)}:
          <span class="diff"
            >${renderDiff(cut(formatField(before, schema)), cut(formatField(after, schema)))}</span
          >
        </li>`;
      })}
    </ul>`;
  }

  override render(): TemplateResult {
    const {score, method, evidence, ends} = this.suggestion;
    const views = this.#views();
    return html`<h2>${this.#renderHead()}</h2>
      <ul aria-label="Why">
        <li class="muted">${Math.round(score * 100)} % sure · ${method}</li>
        ${evidence.map(
          ({what, weight}) =>
            html`<li>${what} <span class="muted number">${Math.round(weight * 100)} %</span></li>`
        )}
      </ul>
      ${this.#renderDifferences()}
      <div class="ends">
        ${views.map((end, i) => this.#renderEnd(end, views[1 - i], ends[i] ?? ""))}
      </div>`;
  }
}

function cut(text: string): string {
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text;
}

customElements.define("lb-suggestion", LbSuggestion);

declare global {
  interface HTMLElementTagNameMap {
    "lb-suggestion": LbSuggestion;
  }
}
