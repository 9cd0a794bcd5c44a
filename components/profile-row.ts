import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {ColumnProfile, TableName, Value} from "../src/index.ts";
import {formatCount, toFormatter} from "./format-value.ts";
import type {BarEvent} from "./lb-histogram.ts";
import {toRangeQuery, toValueQuery} from "./row-queries.ts";
import "./lb-histogram.ts";

const SHOWN_VALUES = 3;

/** The cells of a column's profile; `ask` is given the SQL for the rows of a value or a bar that is picked. */
export function renderProfile(
  table: TableName,
  profile: ColumnProfile,
  ask: (sql: string) => void
): TemplateResult {
  const {name, type, distinct, isEstimate, min, max, top, bins} = profile;
  const show = toShown(profile);
  const askFor = (value: Value) => (): void => ask(toValueQuery(table, profile, value));
  const askForBar = ({index}: BarEvent): void =>
    ask(toRangeQuery(table, {name, type}, {...bins[index]!, isLast: index === bins.length - 1}));
  const count = distinct === null ? "" : `${isEstimate ? "≈ " : ""}${formatCount(distinct)}`;
  const bars = bins.map((bin) => ({
    label: `${show(bin.low)} to ${show(bin.high)}`,
    count: bin.count
  }));
  return html`<td class="number">${renderNulls(profile, askFor(null))}</td>
    <td class="number">${count}</td>
    <td class="value" title=${show(min)}>${show(min)}</td>
    <td class="value" title=${show(max)}>${show(max)}</td>
    <td>
      ${
        bars.length > 1
          ? html`<lb-histogram .bars=${bars} label=${name} @lb-bar=${askForBar}></lb-histogram>`
          : nothing
      }
    </td>
    <td>
      ${top
        .slice(0, SHOWN_VALUES)
        .map((one) =>
          renderButton(show(one.value) || "(empty)", formatCount(one.count), askFor(one.value))
        )}
    </td>`;
}

/** Values as text; lists and structs come as text already. */
function toShown(profile: ColumnProfile): (value: Value) => string {
  const {min, max, top, kind} = profile;
  const format = toFormatter(profile, [min, max, ...top.map(({value}) => value)]);
  return (value) => (typeof value === "string" && kind !== "text" ? value : format(value));
}

function renderNulls({nulls, rows}: ColumnProfile, ask: () => void): TemplateResult | string {
  if (nulls === null) return "";
  if (nulls === 0) return "0";
  const share = (100 * nulls) / rows;
  const label = `${formatCount(nulls)} (${share < 1 ? "<1" : Math.round(share)} %)`;
  return renderButton(label, "", ask);
}

function renderButton(label: string, count: string, ask: () => void): TemplateResult {
  return html`<button class="quiet" title="Show the rows: ${label}" @click=${ask}>
    <span class="label">${label}</span
    >${count === "" ? nothing : html` <span class="muted">${count}</span>`}
  </button>`;
}
