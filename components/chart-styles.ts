import {css} from "lit";

export const chartStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--lb-2);
    min-height: 0;
  }
  .tools {
    flex: none;
    gap: var(--lb-1) var(--lb-2);
  }
  .tools label {
    display: inline-flex;
    align-items: center;
    gap: var(--lb-1);
    color: var(--lb-text-muted);
  }
  select {
    max-width: 180px;
    color: var(--lb-text);
  }
  details {
    position: relative;
  }
  summary {
    display: inline-flex;
    align-items: center;
    min-height: var(--lb-control);
    max-width: 220px;
    padding: 0 var(--lb-2);
    border: 1px solid var(--lb-border-strong);
    border-radius: var(--lb-radius);
    overflow: hidden;
    white-space: nowrap;
    cursor: pointer;
  }
  summary::after {
    content: "▾" / "";
    margin-left: var(--lb-1);
    color: var(--lb-text-muted);
  }
  .choices {
    position: absolute;
    z-index: 5;
    display: flex;
    flex-direction: column;
    max-height: 260px;
    overflow: auto;
    padding: var(--lb-1) var(--lb-2);
    background: var(--lb-bg-float);
    border: 1px solid var(--lb-border-strong);
    border-radius: var(--lb-radius);
    box-shadow: var(--lb-shadow);
  }
  .choices label {
    color: var(--lb-text);
    min-height: var(--lb-row);
    white-space: nowrap;
  }
  .plot {
    flex: 1 1 auto;
    min-height: 280px;
    position: relative;
  }
  .box {
    position: absolute;
    inset: 0;
  }
  .busy .box {
    opacity: 0.5;
  }
  lb-grid {
    flex: 1 1 auto;
  }
  .empty {
    padding: var(--lb-4);
    color: var(--lb-text-muted);
  }
`;
