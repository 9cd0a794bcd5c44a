import {css} from "lit";

/** A field of a form: its label beside the control, or above it where there is little room. */
export const fieldStyles = css`
  :host {
    display: block;
  }
  .field {
    display: grid;
    grid-template-columns: var(--lb-form-label, 132px) minmax(0, 1fr);
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
  select {
    width: auto;
    min-width: min(180px, 100%);
    max-width: 100%;
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
