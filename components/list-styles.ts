import {css} from "lit";

/** Things one below another, a line between each: a text, cut where it is long, and facts about it. */
export const listStyles = css`
  :host {
    display: block;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    border-bottom: 1px solid var(--lb-border);
  }
  li > input {
    margin-top: 3px;
  }
  .text {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .facts {
    font-size: var(--lb-size-table);
    white-space: nowrap;
  }
`;
