import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {CheckedRow} from "../src/index.ts";
import {isAtField} from "./problem-path.ts";

/** What a preview of pasted rows needs. */
export interface PastePreview {
  readonly rows: readonly (readonly [number: number, row: CheckedRow])[];
  readonly headings: readonly string[];
  /** The field of each column. */
  readonly columns: readonly (string | undefined)[];
  readonly fields: readonly {readonly name: string; readonly label: string}[];
  readonly onMap: (column: number, field: string | undefined) => void;
}

export const previewStyles = css`
  .preview {
    max-height: 46dvh;
    overflow: auto;
    border: 1px solid var(--lb-border);
  }
  .preview td {
    max-width: 260px;
    overflow: hidden;
    text-overflow: ellipsis;
    vertical-align: top;
  }
  .preview th select {
    max-width: 160px;
  }
  .preview .unused {
    color: var(--lb-text-faint);
  }
  .preview .wrong {
    box-shadow: inset 2px 0 var(--lb-danger);
  }
  .preview .said {
    display: block;
    color: var(--lb-danger);
    font-size: var(--lb-size-small);
    white-space: normal;
  }
`;

/** A page of pasted rows under the fields that they fill; what is wrong is said in its cell. */
export function renderPreview(preview: PastePreview): TemplateResult {
  return html`<div class="preview" role="group" tabindex="0" aria-label="Pasted rows">
    <table>
      <thead>
        <tr>
          <th scope="col" class="number">Row</th>
          ${preview.headings.map((heading, i) => renderHead(preview, heading, i))}
        </tr>
      </thead>
      <tbody>
        ${preview.rows.map(([number, row]) => renderRow(preview, number, row))}
      </tbody>
    </table>
  </div>`;
}

function renderHead(
  {columns, fields, onMap}: PastePreview,
  heading: string,
  index: number
): TemplateResult {
  return html`<th scope="col">
    <select
      aria-label="Field of column ${index + 1}${heading === "" ? "" : ` (${heading})`}"
      title=${heading}
      @change=${(event: Event) => {
        const {value} = event.target as HTMLSelectElement;
        onMap(index, value === "" ? undefined : value);
      }}
    >
      <option value="" ?selected=${columns[index] === undefined}>
        not used${heading === "" ? "" : `: ${heading}`}
      </option>
      ${fields.map(
        ({name, label}) =>
          html`<option value=${name} ?selected=${columns[index] === name}>${label}</option>`
      )}
    </select>
  </th>`;
}

function renderRow(
  {columns, fields}: PastePreview,
  number: number,
  {cells, problems}: CheckedRow
): TemplateResult {
  const labelOf = (path: string): string =>
    fields.find(({name}) => isAtField(path, name))?.label ?? path;
  // what no cell of the row can mend stands beside its number
  const others = [...problems].filter(
    ([path]) => !columns.some((name) => name !== undefined && isAtField(path, name))
  );
  return html`<tr>
    <td class=${others.length > 0 ? "number wrong" : "number"}>
      ${number}${others.map(([path, what]) => html`<span class="said">${labelOf(path)} ${what}</span>`)}
    </td>
    ${cells.map((cell, i) => {
      const name = columns[i];
      const problem =
        name === undefined ? undefined : [...problems].find(([path]) => isAtField(path, name));
      const looks = problem ? "wrong" : name === undefined ? "unused" : nothing;
      return html`<td class=${looks} title=${cell}>
        ${cell}${problem ? html`<span class="said">${problem[1]}</span>` : nothing}
      </td>`;
    })}
  </tr>`;
}
