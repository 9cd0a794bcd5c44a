import {css} from "lit";

/** Labelled controls in columns as wide as there is room for. */
export const optionStyles = css`
  .options {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(168px, 100%), 1fr));
    gap: var(--lb-2) var(--lb-3);
    align-items: start;
  }
  .options label,
  .options .option {
    display: grid;
    gap: 2px;
    min-width: 0;
    color: var(--lb-text-muted);
  }
  .options label.check {
    display: flex;
    align-items: center;
    gap: var(--lb-1);
    min-height: var(--lb-control);
    align-self: end;
    color: var(--lb-text);
  }
  .options input:not([type="checkbox"]),
  .options select,
  .options textarea {
    width: 100%;
    min-width: 0;
    color: var(--lb-text);
  }
  .options .wide {
    grid-column: 1 / -1;
  }
  .hint {
    font-size: var(--lb-size-small);
    line-height: 16px;
    color: var(--lb-text-muted);
  }
  .bad {
    color: var(--lb-danger);
    overflow-wrap: anywhere;
  }
`;

/** The type editor: fields, and beside them what they come to. */
export const editorStyles = css`
  :host {
    display: block;
  }
  .note {
    margin-bottom: var(--lb-2);
    padding: var(--lb-1) var(--lb-2);
    border-left: 3px solid var(--lb-accent);
    background: var(--lb-bg-alt);
  }
  .columns {
    display: grid;
    gap: var(--lb-3) var(--lb-6);
  }
  .columns.wide {
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  }
  .beside {
    min-width: 0;
  }
  [role="tabpanel"] {
    padding-top: var(--lb-3);
  }
  .buttons {
    margin-top: var(--lb-4);
  }
`;
