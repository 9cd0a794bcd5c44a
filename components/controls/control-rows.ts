import {html} from "lit";
import type {FieldChangeEvent} from "../form-events.ts";
import type {Control} from "./control.ts";
import {onRowKey, toRowEdits, toRows} from "./row-edits.ts";
import {renderRowTools} from "./row-tools.ts";

/** Values of any one kind, a row each. */
export const rows: Control = {
  expected: "a list",
  hint: "Alt and the arrow keys move a row.",
  labels: "several",
  holdsFields: true,
  fits: Array.isArray,
  render: (drawing) => {
    const {field, value, problems, path, context, describedBy} = drawing;
    const edits = toRowEdits(drawing);
    const items = toRows(value);
    const label = drawing.spoken ?? field.label;
    return html`<ol class="rows" aria-label=${label} aria-describedby=${describedBy}>
      ${items.map(
        (item, i) =>
          html`<li data-row=${i} @keydown=${(event: KeyboardEvent) => onRowKey(event, i, edits)}>
            <lb-field
              .field=${field.item}
              .value=${item}
              .problems=${problems}
              .path=${`${path}/${i}`}
              .context=${context}
              .spoken=${i === items.length - 1 ? `${label}: another` : `${label} ${i + 1}`}
              @lb-change=${({value}: FieldChangeEvent) => edits.set(i, value)}
            ></lb-field>
            ${renderRowTools(edits, i, items.length - 1, `${label} ${i + 1}`)}
          </li>`
      )}
    </ol>`;
  }
};
