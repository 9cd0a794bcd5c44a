import {css} from "lit";

export const consoleStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--lb-2);
    min-height: 0;
  }
  lb-sql-editor {
    flex: none;
  }
  .toolbar {
    flex: none;
  }
  .bar {
    border-bottom: 1px solid var(--lb-border);
    align-items: end;
  }
  .bar [role="tablist"] {
    border: 0;
  }
  .bar button {
    margin-bottom: 2px;
  }
  .bar [role="tab"] {
    margin-bottom: -1px;
  }
  [role="tabpanel"] {
    display: flex;
    flex-direction: column;
    flex: 1 1 auto;
    min-height: 0;
  }
  .stale {
    opacity: 0.6;
  }
  lb-grid {
    --lb-grid-height: max(300px, calc(100vh - 420px));
  }
  lb-chart {
    flex: 1 1 auto;
    min-height: 420px;
  }
  .place {
    align-self: start;
  }
  .notice {
    padding: var(--lb-1) var(--lb-2);
    border-left: 3px solid var(--lb-warning);
  }
  .empty {
    display: grid;
    gap: var(--lb-2);
    padding: var(--lb-3) 0;
    color: var(--lb-text-muted);
  }
  @media (max-width: 699.9px), (pointer: coarse) {
    .keys {
      display: none;
    }
  }
`;
