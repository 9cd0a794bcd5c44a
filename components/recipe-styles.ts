import {css} from "lit";

export const recipeStyles = css`
  :host {
    display: block;
  }
  ol {
    margin: 0 0 var(--lb-2);
    padding: 0;
    list-style: none;
  }
  .step {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--lb-2);
    border-bottom: 1px solid var(--lb-border);
  }
  .step:hover {
    background: var(--lb-bg-hover);
  }
  .step.off .words {
    opacity: 0.75;
    text-decoration: line-through;
  }
  .words {
    flex: 1 1 200px;
    min-width: 0;
    padding: 2px var(--lb-1);
    text-align: left;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .tools {
    display: inline-flex;
  }
  .tools button {
    padding: 0 6px;
    color: var(--lb-text-muted);
  }
  .failed {
    flex-basis: 100%;
    padding-bottom: 2px;
    color: var(--lb-danger);
    overflow-wrap: anywhere;
  }
  .add {
    max-width: 100%;
  }
  lb-step-editor {
    margin-bottom: var(--lb-2);
  }
`;
