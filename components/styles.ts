import {css} from "lit";

/** What every element of ours starts from: type, links, focus. Colours and sizes are the tokens of `notebooks/tokens.css`. */
export const baseStyles = css`
  :host {
    font: var(--lb-size) / var(--lb-line) var(--lb-font);
    color: var(--lb-text);
    box-sizing: border-box;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  a {
    color: var(--lb-accent);
    text-decoration: none;
  }
  a:hover,
  p a:not(.button) {
    text-decoration: underline;
  }
  :focus-visible {
    outline: 2px solid var(--lb-accent);
    outline-offset: 1px;
    border-radius: var(--lb-radius);
  }
  h1,
  h2,
  h3 {
    margin: 0;
    font-size: var(--lb-size);
    line-height: var(--lb-line);
    font-weight: 600;
  }
  h1 {
    font-size: var(--lb-size-title);
    line-height: 24px;
  }
  p {
    margin: 0;
  }
  code,
  pre {
    font-family: var(--lb-mono);
    font-size: var(--lb-size-table);
  }
  .muted {
    color: var(--lb-text-muted);
  }
  .number {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation: none !important;
    }
  }
  .failed {
    color: var(--lb-danger);
    overflow-wrap: anywhere;
  }
`;

/** Buttons, fields and the rows they stand in. */
export const controlStyles = css`
  button,
  .button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    border: 1px solid var(--lb-border-strong);
    border-radius: var(--lb-radius);
    background: var(--lb-bg);
    min-height: var(--lb-control);
    padding: 0 var(--lb-2);
  }
  textarea {
    padding: var(--lb-1) var(--lb-2);
    resize: vertical;
  }
  textarea.code {
    width: 100%;
    font-family: var(--lb-mono);
    font-size: var(--lb-size-table);
    white-space: pre;
  }
  input[type="checkbox"],
  input[type="radio"] {
    min-height: 0;
    margin: 0;
    accent-color: var(--lb-accent);
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    gap: var(--lb-1);
    white-space: nowrap;
    cursor: pointer;
    text-decoration: none;
  }
  button:hover:not(:disabled),
  .button:hover {
    background: var(--lb-bg-hover);
    text-decoration: none;
  }
  button:disabled,
  input:disabled,
  select:disabled {
    opacity: 0.5;
    cursor: default;
  }
  button.primary {
    background: var(--lb-accent);
    border-color: var(--lb-accent);
    color: var(--lb-accent-text);
  }
  button.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--lb-accent) 88%, var(--lb-text));
  }
  button.danger {
    color: var(--lb-danger);
    border-color: currentColor;
  }
  button.quiet {
    border-color: transparent;
    background: none;
  }
  button.quiet:hover:not(:disabled),
  button[aria-pressed="true"] {
    background: var(--lb-bg-hover);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--lb-2);
  }
  .spread {
    margin-left: auto;
  }
`;

/** Plain tables: lists of a few hundred rows; more belong into `lb-grid`. */
export const tableStyles = css`
  table {
    border-collapse: collapse;
    font-size: var(--lb-size-table);
    font-variant-numeric: tabular-nums;
    width: 100%;
  }
  th,
  td {
    height: var(--lb-row);
    padding: 0 var(--lb-2);
    text-align: left;
    white-space: nowrap;
    border-bottom: 1px solid var(--lb-border);
  }
  th {
    position: sticky;
    top: 0;
    background: var(--lb-bg);
    color: var(--lb-text-muted);
    font-weight: 500;
  }
  tbody tr:hover,
  tbody tr:hover th {
    background: var(--lb-bg-hover);
  }
  tbody tr[aria-selected="true"],
  tbody tr[aria-selected="true"] th {
    background: var(--lb-bg-selected);
  }
  .scroll {
    /* what is hidden for the eye is placed, and would widen the page from beyond the edge */
    position: relative;
    overflow-x: auto;
  }
  td button {
    min-height: 20px;
  }
  :is(td, th) > input[type="checkbox"] {
    vertical-align: middle;
  }
`;

/** What stands in place of what there is not yet: what it is for, in a sentence, and a button. */
export const emptyStyles = css`
  .empty {
    display: grid;
    gap: var(--lb-2);
    justify-items: start;
    max-width: 72ch;
    padding: var(--lb-4) 0;
  }
`;

/** Heads of columns that rows are sorted by: buttons that look like text. */
export const sortHeadStyles = css`
  th button {
    min-height: 0;
    padding: 0;
    border: none;
    background: none !important;
    color: inherit;
    font-weight: inherit;
  }
  th button:hover,
  th[aria-sort] {
    color: var(--lb-text);
  }
`;
