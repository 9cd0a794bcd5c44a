import {css} from "lit";

/** What a table of entries has beyond a grid of results: a title that stays, group heads, totals, narrow headers. */
export const viewTableStyles = css`
  :host {
    max-height: max(240px, calc(100dvh - 210px));
  }
  .line {
    display: flex;
  }
  .head .line {
    align-items: stretch;
  }
  .key {
    flex: none;
    justify-content: center;
    padding: 0;
    background: var(--lb-bg);
    border-right: none;
  }
  .key input {
    margin: 0;
  }
  .cell.title {
    position: sticky;
    z-index: 1;
    flex: none;
    background: var(--lb-bg);
    border-right: 1px solid var(--lb-border);
  }
  .head .cell.title,
  .head .key {
    z-index: 3;
    background: var(--lb-bg-alt);
  }
  .line[aria-selected="true"] .title {
    background: var(--lb-bg-selected);
  }
  .body .line:hover .title,
  .body .line:hover .key {
    background: var(--lb-bg-hover);
  }
  .head .number .name {
    text-align: right;
  }
  .order {
    color: var(--lb-accent);
    font-weight: 400;
  }
  .group .cell {
    background: var(--lb-bg-alt);
    font-weight: 500;
    cursor: pointer;
  }
  .under {
    position: sticky;
    bottom: 0;
    z-index: 2;
  }
  .totals {
    border-top: 1px solid var(--lb-border-strong);
    border-bottom: none;
    background: var(--lb-bg-alt);
  }
  .totals .cell,
  .totals .cell.title {
    background: var(--lb-bg-alt);
    color: var(--lb-text-muted);
  }
  .none {
    color: var(--lb-text-faint);
  }
`;
