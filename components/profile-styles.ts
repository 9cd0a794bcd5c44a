import {css} from "lit";

export const profileStyles = css`
  :host {
    display: block;
  }
  .scroll {
    overflow: auto;
    max-height: var(--lb-panel-height, 400px);
  }
  .tools {
    margin-bottom: var(--lb-1);
  }
  thead th {
    z-index: 1;
  }
  tbody th {
    position: sticky;
    left: 0;
    z-index: 1;
    max-width: 220px;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--lb-text);
    font-weight: 600;
  }
  tbody th .type {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--lb-text-faint);
    font-size: 10.5px;
    font-weight: 400;
    line-height: 12px;
  }
  td {
    padding-block: 2px;
  }
  .value {
    max-width: 118px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  td button {
    max-width: 150px;
    min-height: 20px;
    padding: 0 var(--lb-1);
    font-size: inherit;
    vertical-align: middle;
  }
  td button .label {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .waiting {
    color: var(--lb-text-faint);
  }
`;
