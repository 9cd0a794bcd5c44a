import {css} from "lit";

/** The search page: a box, and what it found beside its facets where there is room. */
export const searchStyles = css`
  :host {
    display: block;
    container: search / inline-size;
  }
  .box {
    flex-wrap: nowrap;
  }
  input[type="search"] {
    flex: 1;
    min-width: 0;
    min-height: calc(var(--lb-control) + 6px);
    font-size: 15px;
    text-overflow: ellipsis;
  }
  .status {
    min-height: var(--lb-control);
    margin-top: var(--lb-1);
  }
  .status a {
    text-decoration: underline;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--lb-3);
    margin-top: var(--lb-1);
  }
  details.facets summary {
    min-height: var(--lb-control);
    cursor: pointer;
  }
  lb-pager {
    margin-top: var(--lb-2);
  }
  @container search (min-width: 760px) {
    .columns {
      grid-template-columns: 190px minmax(0, 1fr);
      gap: var(--lb-4);
    }
    details.facets summary {
      display: none;
    }
  }
  @container search (max-width: 520px) {
    .box {
      flex-wrap: wrap;
    }
    input[type="search"] {
      flex-basis: 100%;
    }
  }
`;
