import {css} from "lit";

export const itemStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--lb-2);
    min-width: 0;
  }
  h2 {
    font-size: 15px;
    line-height: 22px;
    overflow-wrap: anywhere;
  }
  .summary {
    overflow-wrap: anywhere;
  }
  .bar {
    border-bottom: 1px solid var(--lb-border);
  }
  [role="tablist"] {
    border: 0;
    flex-wrap: wrap;
  }
  [role="tabpanel"] {
    min-height: 60px;
  }
  .warning {
    color: var(--lb-warning);
    overflow-wrap: anywhere;
  }
  .failed {
    color: var(--lb-danger);
    overflow-wrap: anywhere;
  }
  .rows {
    position: relative;
  }
  .busy lb-grid {
    opacity: 0.5;
  }
  .rows > [role="status"] {
    position: absolute;
    right: var(--lb-2);
    bottom: 2px;
  }
  lb-grid {
    --lb-grid-height: 340px;
  }
`;
