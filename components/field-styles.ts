import {css} from "lit";

/** A field of a form: its label beside the control, or above it where there is little room. */
export const fieldStyles = css`
  :host {
    display: block;
  }
  .field {
    display: grid;
    grid-template-columns: var(--lb-field-columns, var(--lb-form-label, 132px) minmax(0, 1fr));
    column-gap: var(--lb-3);
  }
  .label {
    padding-top: calc((var(--lb-control) - var(--lb-line)) / 2);
    overflow-wrap: anywhere;
  }
  .required {
    color: var(--lb-danger);
  }
  .below {
    font-size: var(--lb-size-small);
    line-height: 16px;
    padding-top: 2px;
    overflow-wrap: anywhere;
  }
  .problem {
    color: var(--lb-danger);
  }
  .misfit {
    color: var(--lb-warning);
  }
  .misfit button,
  .unset button {
    min-height: 18px;
    padding: 0 var(--lb-1);
    font-size: inherit;
  }
  input:not([type="checkbox"]),
  textarea,
  select {
    display: block;
    width: 100%;
  }
  input[type="number"],
  input[type="date"],
  input[type="datetime-local"],
  input[type="time"],
  select {
    width: auto;
    min-width: min(180px, 100%);
    max-width: 100%;
  }
  .affixed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--lb-1) var(--lb-2);
  }
  .affixed input:not([type="checkbox"], [type="number"]) {
    flex: 1 1 140px;
    width: auto;
    min-width: 0;
  }
  .affixed input.swatch {
    flex: none;
    width: 40px;
    min-height: var(--lb-control);
    padding: 2px;
  }
  .swatch.none {
    opacity: 0.4;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--lb-3);
    max-height: 240px;
    overflow: auto;
    padding: calc((var(--lb-control) - var(--lb-line)) / 2) 2px;
  }
  .choices label {
    display: inline-flex;
    align-items: center;
    gap: var(--lb-1);
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .computed {
    display: block;
    padding-top: calc((var(--lb-control) - var(--lb-line)) / 2);
    overflow-wrap: anywhere;
  }
  .rows {
    display: grid;
    gap: var(--lb-1);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .rows li {
    display: flex;
    align-items: flex-start;
    gap: var(--lb-1);
  }
  .rows lb-field {
    flex: 1;
    min-width: 0;
  }
  .tools {
    display: inline-flex;
    white-space: nowrap;
  }
  .tools button {
    padding: 0 6px;
    color: var(--lb-text-muted);
  }
  .tools[inert] {
    visibility: hidden;
  }
  .wide {
    clear: left;
    max-width: 100%;
    overflow-x: auto;
    padding: 2px;
  }
  .wide table {
    border-collapse: collapse;
  }
  .wide th {
    padding: 0 var(--lb-1);
    text-align: left;
    font-weight: 500;
    font-size: var(--lb-size-small);
    color: var(--lb-text-muted);
    white-space: nowrap;
  }
  .wide td {
    min-width: 96px;
    padding: 1px var(--lb-1) 1px 0;
    vertical-align: top;
  }
  .wide td:last-child {
    min-width: 0;
  }
  :host([spoken]:not([spoken=""])) .affixed {
    flex-wrap: nowrap;
  }
  /* the heading of the column has the unit */
  :host([data-cell]) .affixed > span {
    display: none;
  }
  :host([spoken]:not([spoken=""])) :is(input:not([type="checkbox"], [type="color"]), select) {
    width: 100%;
    min-width: 0;
  }
  textarea {
    min-height: 60px;
    max-height: min(50vh, 320px);
    field-sizing: content;
  }
  .code {
    font-family: var(--lb-mono);
    font-size: var(--lb-size-table);
  }
  [aria-invalid="true"] {
    border-color: var(--lb-danger);
  }
  .unset {
    display: flex;
    align-items: center;
    gap: var(--lb-2);
    min-height: var(--lb-control);
  }
  fieldset {
    display: grid;
    gap: var(--lb-2);
    margin: 0;
    padding: var(--lb-1) 0 0 var(--lb-3);
    border: none;
    border-left: 2px solid var(--lb-border);
  }
  legend {
    padding: 0;
    float: left;
    font-weight: 600;
  }
  @container form (max-width: 420px) {
    .field {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
