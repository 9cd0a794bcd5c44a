import {css} from "lit";

/** The dialog of a kind of edge: what is said of its two ends side by side, and choices below each other. */
export const kindEditorStyles = css`
  dialog {
    width: 680px;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--lb-2) var(--lb-3);
  }
  .pair > label {
    display: grid;
    gap: 2px;
  }
  .pair input[type="text"] {
    min-width: 0;
  }
  fieldset {
    min-width: 0;
    margin: var(--lb-3) 0 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .choices {
    display: grid;
    max-height: 132px;
    overflow: auto;
  }
  .choice {
    display: flex;
    gap: var(--lb-1);
    align-items: center;
    min-height: var(--lb-row);
    overflow-wrap: anywhere;
  }
  @media (max-width: 480px) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
