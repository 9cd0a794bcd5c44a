import type {TemplateResult} from "lit";
import {css, html} from "lit";
import type {ObjectSchema} from "../src/index.ts";
import {toLabel} from "../src/index.ts";
import {formatField} from "./format-field.ts";
import {getOwn} from "./get-own.ts";
import type {Conflict} from "./save-entry.ts";

export const conflictStyles = css`
  .conflict {
    margin: var(--lb-3) 0;
    padding: var(--lb-2) var(--lb-3);
    border-left: 3px solid var(--lb-warning);
    background: var(--lb-bg-alt);
  }
  .conflict td {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;

/** Both versions of an entry that was changed here and elsewhere, field by field, to choose from. */
export function renderConflict(
  {names, mine, theirs}: Conflict,
  {properties}: ObjectSchema,
  resolve: (prefer: "mine" | "theirs") => void
): TemplateResult {
  return html`<div class="conflict" role="alert">
    <p>
      <strong>This entry was changed elsewhere while you edited it.</strong> Nothing was written
      yet.
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Yours</th>
          <th scope="col">The other</th>
        </tr>
      </thead>
      <tbody>
        ${names.map((name) => {
          const field = getOwn(properties, name);
          return html`<tr>
            <th scope="row">${field?.title ?? toLabel(name)}</th>
            <td>${formatField(getOwn(mine, name), field)}</td>
            <td>${formatField(getOwn(theirs.fields, name), field)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    <div class="row">
      <button @click=${() => resolve("mine")}>Save mine</button>
      <button @click=${() => resolve("theirs")}>Take the other</button>
    </div>
  </div>`;
}
