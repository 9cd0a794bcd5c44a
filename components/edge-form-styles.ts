import {css} from "lit";

/** A form in lines: the kind of an edge, its other end, and what is new of them. */
export const edgeFormStyles = css`
  :host {
    display: block;
  }
  form {
    display: grid;
    gap: var(--lb-2);
    padding: var(--lb-2) 0;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lb-2);
    align-items: flex-start;
  }
  select {
    max-width: 160px;
  }
  lb-entry-picker {
    flex: 1 1 200px;
  }
  label input:not([type="checkbox"]) {
    width: 132px;
  }
  summary {
    min-height: var(--lb-row);
    cursor: pointer;
  }
  label {
    display: flex;
    gap: var(--lb-1);
    align-items: center;
  }
`;
