import {css} from "lit";

/** A box with a list of what can be picked below it. */
export const pickerStyles = css`
  :host {
    display: block;
    position: relative;
  }
  input {
    width: 100%;
  }
  input[aria-invalid="true"] {
    border-color: var(--lb-danger);
  }
  [role="listbox"] {
    position: absolute;
    z-index: 5;
    top: calc(100% + 2px);
    left: 0;
    right: 0;
    min-width: min(260px, 90vw);
    max-height: 288px;
    margin: 0;
    padding: var(--lb-1) 0;
    overflow: auto;
    list-style: none;
    background: var(--lb-bg-float);
    border: 1px solid var(--lb-border);
    border-radius: var(--lb-radius);
    box-shadow: var(--lb-shadow);
  }
  [role="option"] {
    display: flex;
    align-items: center;
    gap: var(--lb-2);
    min-height: var(--lb-row);
    padding: 2px var(--lb-2);
    cursor: pointer;
  }
  [role="option"]:hover {
    background: var(--lb-bg-hover);
  }
  [role="option"][aria-selected="true"],
  [role="option"][data-combobox-option-default] {
    background: var(--lb-bg-selected);
  }
  .title {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .hint {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    font-size: var(--lb-size-small);
  }
  mark {
    background: none;
    color: inherit;
    font-weight: 600;
    text-decoration: underline;
    text-decoration-color: var(--lb-accent);
    text-underline-offset: 2px;
  }
  @media (pointer: coarse) {
    [role="option"] {
      min-height: 32px;
    }
  }
  .create {
    border-top: 1px solid var(--lb-border);
  }
  .create ~ .create {
    border-top: none;
  }
  .said {
    font-size: var(--lb-size-small);
  }
  .problem {
    color: var(--lb-danger);
  }
`;
