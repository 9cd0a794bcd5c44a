import {css} from "lit";

/** A container's positions: cells of one size, what is in them cut to it. */
export const boxStyles = css`
  :host {
    display: block;
    margin: var(--lb-2) 0 var(--lb-4);
  }
  .status {
    min-height: var(--lb-control);
    padding: var(--lb-1) 0;
  }
  .bad {
    color: var(--lb-danger);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    font-size: var(--lb-size-small);
  }
  th {
    padding: 0 var(--lb-1);
    font-weight: 500;
    color: var(--lb-text-muted);
  }
  td {
    padding: 1px;
  }
  .cell {
    display: block;
    width: 76px;
    height: 34px;
    padding: 2px 4px;
    overflow: hidden;
    font-size: 11px;
    line-height: 14px;
    text-align: left;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .cell.empty {
    border-style: dashed;
    border-color: var(--lb-border);
  }
  .cell.taken {
    background: var(--lb-bg-selected);
  }
  .cell.double {
    border: 2px solid var(--lb-danger);
    color: var(--lb-danger);
    font-weight: 600;
  }
  .cell[aria-pressed="true"] {
    outline: 2px solid var(--lb-accent);
  }
`;
