import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import {findHidden} from "../../src/index.ts";
import type {FieldChangeEvent} from "../form-events.ts";
import type {FormField} from "../form-field.ts";
import {getOwn} from "../get-own.ts";
import type {Control, Drawing} from "./control.ts";
import type {Group} from "./group-value.ts";
import {isGroup, withValue} from "./group-value.ts";
import type {RowEdits} from "./row-edits.ts";
import {onRowKey, toRowEdits, toRows} from "./row-edits.ts";
import {renderRowTools} from "./row-tools.ts";

/** Groups of the same fields, a row each. */
export const table: Control = {
  expected: "a table of groups",
  hint: "Alt and the arrow keys move a row.",
  labels: "around",
  holdsFields: true,
  fits: (value) => Array.isArray(value) && value.every((item) => item === null || isGroup(item)),
  render: (drawing) => {
    const {field, value} = drawing;
    const edits = toRowEdits(drawing);
    const items = toRows(value);
    return html`<div class="wide" role="group" aria-label=${field.label}>
      <table>
        <thead>
          <tr>
            ${field.fields.map(({label, required, hints}) => renderHead(label, required, hints.unit ?? hints.currency))}
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${items.map(
            (item, i) =>
              html`<tr
                data-row=${i}
                @keydown=${(event: KeyboardEvent) => onRowKey(event, i, edits)}
              >
                ${renderCells(drawing, edits, (item ?? {}) as Group, i, items.length - 1)}
                <td>${renderRowTools(edits, i, items.length - 1, `row ${i + 1}`)}</td>
              </tr>`
          )}
        </tbody>
      </table>
    </div>`;
  }
};

function renderHead(label: string, required: boolean, unit: string | undefined): TemplateResult {
  const mark = html`<span class="required" title="required" aria-hidden="true">*</span>`;
  return html`<th scope="col">
    ${label}${unit === undefined ? nothing : ` (${unit})`} ${required ? mark : nothing}
  </th>`;
}

function renderCells(
  {field, problems, path, context}: Drawing,
  edits: RowEdits,
  group: Group,
  index: number,
  count: number
): TemplateResult[] {
  const hidden = findHidden(field.schema.items ?? {}, group);
  const row = index === count ? "another row" : `row ${index + 1}`;
  return field.fields.map((inner: FormField) =>
    hidden.has(inner.name)
      ? html`<td></td>`
      : html`<td>
          <lb-field
            data-cell
            .field=${inner}
            .value=${getOwn(group, inner.name)}
            .problems=${problems}
            .path=${`${path}/${index}/${inner.name}`}
            .context=${context}
            .spoken=${`${inner.label}, ${row}`}
            @lb-change=${({value}: FieldChangeEvent) =>
              edits.set(index, withValue(group, inner.name, value))}
          ></lb-field>
        </td>`
  );
}
