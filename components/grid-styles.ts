import {css} from "lit";

/** The header's height: a line for the name, a smaller one for the type. */
export const HEADER_PX = 38;

export const gridStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    max-height: var(--lb-grid-height, 480px);
  }
  .probe {
    position: absolute;
    height: var(--lb-row, 24px);
    visibility: hidden;
  }
  .scroller {
    position: relative;
    flex: 0 1 auto;
    min-height: ${HEADER_PX + 26}px;
    overflow: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    border: 1px solid var(--lb-border);
    font-size: var(--lb-size-table);
    font-variant-numeric: tabular-nums;
    scrollbar-width: thin;
  }
  .scroller:focus-visible {
    outline-offset: -1px;
  }
  .panel {
    position: relative;
    min-width: 100%;
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 2;
    height: ${HEADER_PX}px;
    background: var(--lb-bg-alt);
    border-bottom: 1px solid var(--lb-border);
  }
  .head .line {
    height: 100%;
  }
  .body {
    position: absolute;
    width: 100%;
  }
  .line {
    position: relative;
    width: 100%;
    height: var(--row);
    border-bottom: 1px solid var(--lb-border);
  }
  .head .line {
    border: 0;
  }
  .body .line:hover {
    background: var(--lb-bg-hover);
  }
  .body .line[aria-selected="true"] {
    background: var(--lb-bg-selected);
  }
  .cell {
    position: absolute;
    top: 0;
    height: 100%;
    padding: 0 var(--lb-2);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    line-height: calc(var(--row) - 1px);
  }
  .cell.number {
    text-align: right;
  }
  .key {
    position: sticky;
    z-index: 1;
    left: 0;
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 6px;
    background: var(--lb-bg-alt);
    border-right: 1px solid var(--lb-border);
    color: var(--lb-text-muted);
    font-size: var(--lb-size-small);
    cursor: default;
    user-select: none;
  }
  .line[aria-selected="true"] .key {
    background: var(--lb-bg-selected);
    color: var(--lb-text);
  }
  .key input {
    margin: 0 auto 0 0;
  }
  .head .cell {
    display: flex;
    flex-direction: column;
    justify-content: center;
    line-height: 15px;
    cursor: pointer;
    user-select: none;
    border-right: 1px solid var(--lb-border);
  }
  .head .cell:hover {
    background: var(--lb-bg-hover);
  }
  .head .key {
    flex-direction: row;
    height: 100%;
    align-items: center;
  }
  .name,
  .type {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .name {
    font-weight: 600;
  }
  .type {
    color: var(--lb-text-faint);
    font-size: 10.5px;
    line-height: 13px;
    letter-spacing: 0.02em;
  }
  [aria-sort="ascending"] .name::before {
    content: "↑ " / "";
    color: var(--lb-accent);
  }
  [aria-sort="descending"] .name::before {
    content: "↓ " / "";
    color: var(--lb-accent);
  }
  .resizer {
    position: absolute;
    top: 0;
    right: 0;
    width: 7px;
    height: 100%;
    cursor: col-resize;
    touch-action: none;
  }
  .resizer:hover {
    background: var(--lb-border-strong);
  }
  .drop {
    box-shadow: inset 2px 0 var(--lb-accent);
  }
  .null {
    display: inline-block;
    padding: 0 3px;
    border: 1px solid var(--lb-border);
    border-radius: 3px;
    color: var(--lb-text-faint);
    font-size: 9.5px;
    line-height: 12px;
    letter-spacing: 0.04em;
  }
  .scroller:focus .active,
  .scroller:focus-within .active {
    outline: 2px solid var(--lb-accent);
    outline-offset: -2px;
  }
  .foot {
    flex: none;
    min-height: 24px;
    padding: 2px var(--lb-1);
    color: var(--lb-text-muted);
    font-size: var(--lb-size-small);
    font-variant-numeric: tabular-nums;
  }
  .foot button {
    min-height: 20px;
    padding: 0 var(--lb-1);
    font-size: inherit;
    color: var(--lb-accent);
  }
  .empty {
    position: sticky;
    left: 0;
    width: max-content;
    padding: var(--lb-1) var(--lb-3);
    color: var(--lb-text-muted);
  }
`;
