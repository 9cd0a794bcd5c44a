import {css} from "lit";

/** The page of an entry: its head, and what belongs to it in two columns where there is room. */
export const entryStyles = css`
  :host {
    display: block;
    container: entry / inline-size;
  }
  .top {
    align-items: flex-start;
    margin-bottom: var(--lb-3);
  }
  .top > div:first-child {
    flex: 1 1 240px;
    min-width: 0;
  }
  h1 {
    overflow-wrap: anywhere;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lb-1);
    margin: var(--lb-1) 0 0;
    padding: 0;
    list-style: none;
  }
  .tags a {
    display: block;
    padding: 0 6px;
    border-radius: 3px;
    background: var(--lb-bg-hover);
    color: var(--lb-text);
    overflow-wrap: anywhere;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--lb-4) var(--lb-6);
  }
  .columns > div {
    display: grid;
    gap: var(--lb-4);
    align-content: start;
  }
  .problem {
    color: var(--lb-warning);
    font-size: var(--lb-size-small);
  }
  @container entry (min-width: 860px) {
    .columns {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
`;
