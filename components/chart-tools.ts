import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {QueryResult} from "../src/index.ts";
import type {Aggregate, ChartKind, ChartSpec} from "./chart-spec.ts";
import {AGGREGATES, CHART_KINDS, toAxisKind} from "./chart-spec.ts";

const KIND_NAMES: Readonly<Record<ChartKind, string>> = {
  bar: "Bars",
  line: "Line",
  area: "Area",
  dots: "Dots",
  histogram: "Histogram",
  box: "Boxes"
};
const AGGREGATE_NAMES: Readonly<Record<Aggregate, string>> = {
  none: "Rows as they are",
  count: "Count of rows",
  sum: "Sum",
  mean: "Mean"
};
const NONE = ["", "(none)"] as const;

type Choice = readonly [value: string, name: string];

/** What a chart shows, to be picked: its kind, its columns, and how rows are put together. */
export function renderPickers(
  result: QueryResult,
  spec: ChartSpec,
  pick: (change: Partial<ChartSpec>) => void
): TemplateResult {
  const {kind, aggregate} = spec;
  const kinds = CHART_KINDS.map((one): Choice => [one, KIND_NAMES[one]]);
  const aggregates = AGGREGATES.map((one): Choice => [one, AGGREGATE_NAMES[one]]);
  const columns = [NONE, ...result.columns.map((name): Choice => [name, name])];
  const hasMeasures = kind !== "histogram" && aggregate !== "count";
  const hasGroups = kind !== "histogram" && kind !== "box";
  return html`${renderSelect("Kind", kind, kinds, (value) => pick({kind: value as ChartKind}))}
  ${renderSelect("x", spec.x ?? "", columns, (value) => pick({x: value || undefined}))}
  ${hasMeasures ? renderMeasures(result, spec, pick) : nothing}
  ${
    hasGroups
      ? html`${renderSelect("Colour", spec.group ?? "", columns, (value) =>
          pick({group: value || undefined})
        )}
        ${renderSelect("Values", aggregate, aggregates, (value) =>
          pick({aggregate: value as Aggregate})
        )}`
      : nothing
  }`;
}

function renderSelect(
  label: string,
  value: string,
  choices: readonly Choice[],
  pick: (value: string) => void
): TemplateResult {
  return html`<label
    >${label}
    <select @change=${(event: Event) => pick((event.target as HTMLSelectElement).value)}>
      ${choices.map(
        ([key, name]) => html`<option value=${key} .selected=${key === value}>${name}</option>`
      )}
    </select></label
  >`;
}

/** Several columns can be measured: a menu of boxes to tick. */
function renderMeasures(
  result: QueryResult,
  {y}: ChartSpec,
  pick: (change: Partial<ChartSpec>) => void
): TemplateResult {
  const numbers = result.fields.filter((field) => toAxisKind(field) === "number");
  const toggle = (name: string, isPicked: boolean): void => {
    const others = y.filter((other) => other !== name);
    pick({y: isPicked ? [...others, name] : others});
  };
  return html`<label id="measures">y</label>
    <details @keydown=${closeOnEscape} @focusout=${closeOnLeave}>
      <summary aria-label="y: ${y.join(", ") || "none"}">${y.join(", ") || "(none)"}</summary>
      <div class="choices" role="group" aria-labelledby="measures">
        ${numbers.map(
          ({name}) =>
            html`<label
              ><input
                type="checkbox"
                .checked=${y.includes(name)}
                @change=${(event: Event) =>
                  toggle(name, (event.target as HTMLInputElement).checked)}
              />${name}</label
            >`
        )}
      </div>
    </details>`;
}

function closeOnEscape(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !menu.open) return;
  event.preventDefault();
  event.stopPropagation();
  menu.open = false;
  menu.querySelector("summary")!.focus();
}

function closeOnLeave(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.open = false;
}
