import {css} from "lit";

/** The form of an entry, and likely twins beside it where there is room. */
export const entryFormStyles = css`
  :host {
    display: block;
    container: entry-form / inline-size;
  }
  lb-twins {
    position: sticky;
    bottom: 0;
    z-index: 2;
    margin-top: var(--lb-2);
  }
  @container entry-form (min-width: 1000px) {
    .sides {
      display: grid;
      grid-template-columns: minmax(0, 720px) minmax(240px, 1fr);
      gap: var(--lb-4);
    }
    lb-twins {
      top: var(--lb-2);
      bottom: auto;
      align-self: start;
      margin-top: 0;
    }
  }
`;
