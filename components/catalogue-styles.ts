import {css} from "lit";

export const catalogueStyles = css`
  :host {
    display: block;
  }
  .bar {
    border-bottom: 1px solid var(--lb-border);
    margin-bottom: var(--lb-1);
  }
  [role="tablist"] {
    border: 0;
  }
  input[type="search"] {
    width: 200px;
    max-width: 100%;
  }
  .scroll {
    max-height: var(--lb-panel-height, 340px);
    overflow: auto;
  }
  thead button {
    min-height: 0;
    padding: 0;
    border: 0;
    background: none;
    font-weight: inherit;
    color: inherit;
  }
  th[aria-sort] button {
    color: var(--lb-text);
  }
  th[aria-sort="ascending"] button::after {
    content: "↑" / "";
  }
  th[aria-sort="descending"] button::after {
    content: "↓" / "";
  }
  th.number button {
    justify-content: flex-end;
  }
  thead th {
    z-index: 1;
  }
  tbody th {
    position: sticky;
    left: 0;
    max-width: 280px;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--lb-text);
  }
  td button {
    min-height: 18px;
    padding: 0 var(--lb-1);
    font-size: var(--lb-size-small);
  }
  .problems {
    color: var(--lb-warning);
    font-weight: 600;
  }
  lb-grid {
    --lb-grid-height: var(--lb-panel-height, 340px);
  }
`;
