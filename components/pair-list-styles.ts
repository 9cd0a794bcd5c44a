import {css} from "lit";

/** Pairs one below another, and beside them the current one. */
export const pairListStyles = css`
  :host {
    display: block;
  }
  .panes {
    display: grid;
    grid-template-columns: minmax(200px, 300px) minmax(0, 1fr);
    gap: var(--lb-4);
    align-items: start;
  }
  ol {
    margin: 0 0 var(--lb-1);
    padding: 0;
    list-style: none;
    border-top: 1px solid var(--lb-border);
  }
  li {
    border-bottom: 1px solid var(--lb-border);
  }
  .pair {
    display: grid;
    grid-template-columns: 62px minmax(0, 1fr);
    width: 100%;
    min-height: 40px;
    padding: 2px var(--lb-1);
    border: 0;
    border-left: 3px solid transparent;
    border-radius: 0;
    background: none;
    text-align: left;
    font-size: var(--lb-size-table);
  }
  .pair[aria-current="true"] {
    border-left-color: var(--lb-accent);
    background: var(--lb-bg-selected);
  }
  .pair span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .detail {
    display: grid;
    gap: var(--lb-2);
    min-width: 0;
  }
  .scroll {
    overflow-x: auto;
  }
  @media (max-width: 800px) {
    .panes {
      grid-template-columns: minmax(0, 1fr);
    }
    ol {
      max-height: 132px;
      overflow-y: auto;
    }
  }
`;
