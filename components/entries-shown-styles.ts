import {css} from "lit";

/** Entries in a list or a view: while others are read, where there is none, and the line below them. */
export const entriesShownStyles = css`
  .pending {
    opacity: 0.6;
    transition: opacity 100ms 150ms;
  }
  .none {
    padding: var(--lb-6) var(--lb-2);
  }
  .foot {
    min-height: var(--lb-control);
  }
`;
