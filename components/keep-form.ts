import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {EntryType, QueryResult} from "../src/index.ts";
import {formatField} from "./format-field.ts";
import {formatCount} from "./format-value.ts";
import type {KeepPlan} from "./keep-plan.ts";
import {toAddedFields} from "./keep-plan.ts";
import {findMisfit, toKeptValue, toPreviewed} from "./keep-preview.ts";
import {toPlural} from "./plural.ts";

const PREVIEWED_ROWS = 5;
const PREVIEWED_COLUMNS = 4;
const NEW_TYPE = "";

export const keepFormStyles = css`
  .names,
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lb-2) var(--lb-4);
  }
  .names label,
  .choices label {
    display: grid;
    gap: 2px;
    min-width: 0;
  }
  .choices select {
    max-width: min(320px, 100%);
  }
  .scroll {
    max-height: 38vh;
    overflow: auto;
    border-bottom: 1px solid var(--lb-border);
  }
  .warning {
    color: var(--lb-warning);
  }
`;

/** What a change of the form does to a plan. */
export type SetPlan = (change: Partial<KeepPlan>) => void;

/** Which type the rows become, and what a new one is called. */
export function renderKeptType(
  {type, label, plural}: KeepPlan,
  types: readonly EntryType[],
  {choose, set}: {choose: (type: EntryType | undefined) => void; set: SetPlan}
): TemplateResult {
  const toText = (event: Event): string => (event.target as HTMLInputElement).value;
  const setLabel = (value: string): void => {
    // the plural follows for as long as nobody wrote another
    const isOwn = plural !== "" && plural !== toPlural(label);
    set({label: value, plural: isOwn ? plural : value && toPlural(value)});
  };
  return html`<div class="names">
    <label>
      Type
      <select @change=${(event: Event) => choose(types.find(({name}) => name === toText(event)))}>
        <option value=${NEW_TYPE} ?selected=${!type}>New type</option>
        ${types.map(
          (one) =>
            html`<option value=${one.name} ?selected=${one.name === type?.name}>
              ${one.label}
            </option>`
        )}
      </select>
    </label>
    ${
      type
        ? nothing
        : html`<label>
              One is called
              <input
                type="text"
                placeholder="Freezer"
                .value=${label}
                @input=${(event: Event) => setLabel(toText(event))}
              />
            </label>
            <label>
              Many are called
              <input
                type="text"
                placeholder="Freezers"
                .value=${plural}
                @input=${(event: Event) => set({plural: toText(event)})}
              />
            </label>`
    }
  </div>`;
}

/** Which columns name a row and tell it apart; of a type that is there, what it says of that. */
export function renderKeptKey(
  plan: KeepPlan,
  {provenance}: Pick<QueryResult, "provenance">,
  set: SetPlan
): TemplateResult {
  const {type, columns, title, key} = plan;
  const apart = `None: told apart by ${provenance ? "the place in the file" : "all values"}`;
  if (type) {
    const {titleField, keyField} = type;
    const added = toAddedFields(plan);
    return html`<p class="muted">
      Title: ${titleField} ·
      ${keyField === null ? apart : `Key: ${keyField}`}${
        added.length > 0 ? html` · Fields added to ${type.label}: ${added.join(", ")}` : nothing
      }
    </p>`;
  }
  const fields = columns.filter(({isIncluded}) => isIncluded);
  return html`<div class="choices">
    <label>
      Title
      <select @change=${(event: Event) => set({title: (event.target as HTMLSelectElement).value})}>
        ${fields.map(
          ({column, field}) =>
            html`<option value=${column} ?selected=${column === title}>${field}</option>`
        )}
      </select>
    </label>
    <label>
      Key: the same value is the same entry
      <select
        @change=${(event: Event) => {
          const {selectedIndex} = event.target as HTMLSelectElement;
          set({key: selectedIndex === 0 ? null : fields[selectedIndex - 1]!.column});
        }}
      >
        <option ?selected=${key === null}>${apart}</option>
        ${fields.map(
          ({column, field}) => html`<option ?selected=${column === key}>${field}</option>`
        )}
      </select>
    </label>
  </div>`;
}

/** The first rows as the entries that they become, and what of them does not fit the type. */
export function renderKeptPreview(
  plan: KeepPlan,
  result: QueryResult,
  rows: readonly number[]
): TemplateResult {
  const shown = toPreviewed(plan, PREVIEWED_COLUMNS);
  const first = rows.slice(0, PREVIEWED_ROWS);
  const misfit = findMisfit(plan, result, rows);
  return html`<h3 id="preview">
      Preview
      ${
        rows.length > first.length
          ? html`<span class="muted">first ${first.length} of ${formatCount(rows.length)}</span>`
          : nothing
      }
    </h3>
    <div class="scroll">
      <table aria-labelledby="preview">
        <thead>
          <tr>
            ${shown.map(({field}) => html`<th scope="col">${field}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${first.map(
            (row) =>
              html`<tr>
                ${shown.map(
                  ({column, schema}) =>
                    html`<td>${formatField(toKeptValue(result, column, row), schema)}</td>`
                )}
              </tr>`
          )}
        </tbody>
      </table>
    </div>
    ${misfit === undefined ? nothing : html`<p class="warning">${misfit}</p>`}`;
}
