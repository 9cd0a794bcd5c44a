import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {
  DuplicatePair,
  DuplicateSearch,
  MatchPart,
  MergeSide,
  SideChoice
} from "../src/index.ts";
import {cutText} from "./cut-text.ts";
import {findDifferences, toEnd, toLabel} from "../src/index.ts";
import {formatField} from "./format-field.ts";
import {formatProbability} from "./format-probability.ts";
import {entryIdHref} from "./links.ts";
import {diffStyles} from "./field-diff.ts";
import type {PairRow} from "./pair-rows.ts";
import {toPairRows} from "./pair-rows.ts";
import {baseStyles, controlStyles, tableStyles} from "./styles.ts";
import {renderWaterfallCells, waterfallStyles} from "./waterfall-cells.ts";
import type {Waterfall, WaterfallBar} from "./waterfall.ts";
import {formatBits, toWaterfall} from "./waterfall.ts";
import {diffWords} from "./word-diff.ts";
import {toRowPlace} from "./row-place.ts";

const MAX_CHARACTERS = 400;

/** Somebody chose which value of a field stays. */
export class ChoiceEvent extends Event {
  readonly field: string;
  readonly choice: SideChoice;

  constructor(field: string, choice: SideChoice) {
    super("lb-choice");
    this.field = field;
    this.choice = choice;
  }
}

/**
 * Two records side by side with marks on what differs, and what each column says for and against their being one, as
 * bars that add up and as numbers.
 *
 * @fires lb-choice - which value of a field stays
 */
export class LbDuplicatePair extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    tableStyles,
    diffStyles,
    waterfallStyles,
    css`
      :host {
        display: block;
        container: pair / inline-size;
      }
      td,
      th {
        white-space: normal;
        vertical-align: top;
        padding-block: 2px;
      }
      tbody tr:hover {
        background: none;
      }
      .value {
        min-width: 96px;
        max-width: 320px;
        overflow-wrap: anywhere;
      }
      label {
        display: flex;
        gap: var(--lb-1);
        align-items: baseline;
        cursor: pointer;
      }
      th a {
        text-decoration: underline;
      }
      tfoot td,
      tfoot th {
        border-bottom: 0;
        font-weight: 600;
      }
      @container pair (max-width: 560px) {
        .bar {
          display: none;
        }
      }
      @media (pointer: coarse) {
        label {
          min-height: 32px;
        }
      }
    `
  ];
  static override properties = {
    search: {attribute: false},
    pair: {attribute: false},
    parts: {attribute: false},
    sides: {attribute: false},
    choices: {attribute: false}
  };

  declare search: DuplicateSearch;
  declare pair: DuplicatePair;
  /** Undefined until they are computed. */
  declare parts: readonly MatchPart[] | undefined;
  /** The two as they would be merged; undefined where no fields are chosen. */
  declare sides: readonly [MergeSide, MergeSide] | undefined;
  declare choices: ReadonlyMap<string, SideChoice>;

  constructor() {
    super();
    this.choices = new Map();
  }

  #renderHead(position: number, which: string): TemplateResult {
    const text = this.search.ends[position] ?? "";
    const end = toEnd(text);
    if (end?.kind === "entry")
      return html`<th scope="col">${which}: <a href=${entryIdHref(text)}>open entry</a></th>`;
    if (end?.kind === "row")
      return html`<th scope="col">${which}: ${toRowPlace(end.table, end.row)}</th>`;
    return html`<th scope="col">${which}</th>`;
  }

  #renderDiff(row: PairRow, side: "a" | "b"): TemplateResult {
    const text = cut(row[side]);
    if (text === "") return html`<span class="muted">nothing</span>`;
    if (row.a === row.b || row.a === "" || row.b === "") return html`${text}`;
    const parts = diffWords(cut(row.a), cut(row.b));
    return html`<span class="diff"
      >${parts.map(({kind, text}) => {
        if (kind === "same") return text;
        if (kind === "gone") return side === "a" ? html`<ins>${text}</ins>` : nothing;
        return side === "b" ? html`<ins>${text}</ins>` : nothing;
      })}</span
    >`;
  }

  #renderValue(row: PairRow, side: "a" | "b"): TemplateResult {
    const field = this.sides && findDifferences(...this.sides).find(({name}) => name === row.name);
    const shown = this.#renderDiff(row, side);
    if (!field) return html`<td class="value">${shown}</td>`;
    const radio = (choice: SideChoice, content: unknown, text: string): TemplateResult =>
      html`<label
        ><input
          type="radio"
          name=${row.name}
          aria-label="${row.label}, keep ${choice === "both" ? "both" : choice === "kept" ? "first" : "second"}: ${text || "nothing"}"
          .checked=${(this.choices.get(row.name) ?? "kept") === choice}
          @change=${() => this.dispatchEvent(new ChoiceEvent(row.name, choice))}
        />
        <span>${content}</span></label
      >`;
    return html`<td class="value">
      ${side === "a" ? radio("kept", shown, row.a) : radio("other", shown, row.b)}
      ${
        side === "b" && field.both !== undefined
          ? radio("both", html`<span class="muted">both</span>`, formatField(field.both))
          : nothing
      }
    </td>`;
  }

  #renderEvidence(bar: WaterfallBar | undefined, axis: Waterfall): TemplateResult {
    if (bar) return renderWaterfallCells(bar, axis);
    return html`<td class="level">${this.parts ? "not compared" : ""}</td>
      <td></td>
      <td class="bar"></td>`;
  }

  override render(): TemplateResult {
    const {a, b, probability} = this.pair;
    const fall = toWaterfall(this.parts ?? []);
    const rows = toPairRows(this.search, this.pair);
    const [prior, ...others] = fall.bars;
    const byName = new Map(others.map((bar) => [bar.part.column, bar]));
    const names = new Set(rows.map(({name}) => name));
    const rest = others.filter(({part}) => !names.has(part.column));
    return html`<table>
      <thead>
        <tr>
          <th scope="col">Column</th>
          ${this.#renderHead(a, "First")} ${this.#renderHead(b, "Second")}
          <th scope="col">How alike</th>
          <th scope="col" class="number" title="log2 of how much likelier it is among matches">
            Bits
          </th>
          <th scope="col" class="bar">For and against</th>
        </tr>
      </thead>
      <tbody>
        ${
          prior
            ? html`<tr>
                <th scope="row">Before looking</th>
                <td></td>
                <td></td>
                ${this.#renderEvidence(prior, fall)}
              </tr>`
            : nothing
        }
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${row.label}</th>
              ${this.#renderValue(row, "a")} ${this.#renderValue(row, "b")}
              ${this.#renderEvidence(byName.get(row.name), fall)}
            </tr>`
        )}
        ${rest.map(
          (bar) =>
            html`<tr>
              <th scope="row">${toLabel(bar.part.column)}</th>
              <td class="value">${cut(bar.part.a)}</td>
              <td class="value">${cut(bar.part.b)}</td>
              ${this.#renderEvidence(bar, fall)}
            </tr>`
        )}
      </tbody>
      ${
        this.parts
          ? html`<tfoot>
              <tr>
                <th scope="row">Together</th>
                <td colspan="2"></td>
                <td>${formatProbability(probability)} likely one</td>
                <td class="number">${formatBits(fall.total)}</td>
                <td class="bar"></td>
              </tr>
            </tfoot>`
          : nothing
      }
    </table>`;
  }
}

function cut(text: string): string {
  return cutText(text, MAX_CHARACTERS);
}

customElements.define("lb-duplicate-pair", LbDuplicatePair);

declare global {
  interface HTMLElementTagNameMap {
    "lb-duplicate-pair": LbDuplicatePair;
  }
  interface HTMLElementEventMap {
    "lb-choice": ChoiceEvent;
  }
}
