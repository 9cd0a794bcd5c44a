import {css} from "lit";

/** Native modal dialogs. */
export const dialogStyles = css`
  dialog {
    max-width: calc(100vw - 2 * var(--lb-2));
    max-height: calc(100dvh - 2 * var(--lb-4));
    padding: var(--lb-4);
    overflow: auto;
    color: var(--lb-text);
    background: var(--lb-bg-float);
    border: 1px solid var(--lb-border-strong);
    border-radius: var(--lb-radius);
    box-shadow: var(--lb-shadow);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 30%);
  }
  dialog > h2 {
    margin-bottom: var(--lb-3);
    font-size: var(--lb-size-title);
    line-height: 24px;
    overflow-wrap: anywhere;
  }
  .buttons {
    margin-top: var(--lb-4);
  }
`;
