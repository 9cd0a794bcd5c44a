import {css} from "lit";

/** A form: a grid of six columns, in which a field takes six, three or two; one column where there is little room. */
export const formStyles = css`
  :host {
    display: block;
    container: form / inline-size;
    max-width: 720px;
  }
  .fields,
  .section {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: var(--lb-2) var(--lb-3);
  }
  .fields > *,
  .section > * {
    grid-column: span 6;
  }
  .section {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: none;
  }
  .section legend {
    padding: var(--lb-2) 0 var(--lb-1);
    font-weight: 600;
  }
  @container form (min-width: 500.1px) {
    lb-field[data-width="half"] {
      --lb-field-columns: minmax(0, 1fr);
      grid-column: span 3;
    }
    lb-field[data-width="third"] {
      --lb-field-columns: minmax(0, 1fr);
      grid-column: span 2;
    }
  }
  .note {
    margin-bottom: var(--lb-2);
    padding: var(--lb-1) var(--lb-2);
    border-left: 3px solid var(--lb-accent);
    background: var(--lb-bg-alt);
  }
  h3 {
    margin-top: var(--lb-2);
    color: var(--lb-text-muted);
  }
  .buttons {
    margin-top: var(--lb-3);
  }
  .tags {
    display: grid;
    grid-template-columns: var(--lb-form-label, 132px) minmax(0, 1fr);
    column-gap: var(--lb-3);
  }
  .tags > span {
    padding-top: calc((var(--lb-control) - var(--lb-line)) / 2);
  }
  .failure {
    color: var(--lb-danger);
  }
  .problems {
    margin: var(--lb-1) 0 0;
    padding-left: var(--lb-4);
  }
  .problems button {
    min-height: var(--lb-row);
    padding: 0;
    border: none;
    background: none;
    white-space: normal;
    text-align: left;
    color: var(--lb-accent);
    text-decoration: underline;
  }
  @container form (max-width: 420px) {
    .tags {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
