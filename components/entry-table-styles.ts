import {css} from "lit";

/** A page of entries: the head and the titles stay where they are while the rest is scrolled. */
export const entryTableStyles = css`
  :host {
    display: block;
    max-height: max(240px, calc(100dvh - 172px));
    overflow: auto;
    scrollbar-width: thin;
    border-bottom: 1px solid var(--lb-border);
  }
  th,
  td {
    max-width: 280px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  th {
    z-index: 1;
    border-bottom-color: var(--lb-border-strong);
  }
  th:nth-child(2) {
    z-index: 2;
    left: 0;
  }
  .check {
    width: 1px;
    padding-right: 0;
  }
  .check input {
    display: block;
  }
  .title {
    position: sticky;
    left: 0;
    max-width: 360px;
    background: var(--lb-bg);
  }
  tbody tr:hover .title {
    background: var(--lb-bg-hover);
  }
  tbody tr[aria-selected="true"] .title {
    background: var(--lb-bg-selected);
  }
  tbody tr {
    cursor: pointer;
  }
  td.number,
  th.number {
    text-align: right;
  }
  .null {
    color: var(--lb-text-faint);
  }
  .edit {
    width: 1px;
  }
  .edit button {
    min-height: 20px;
    opacity: 0;
  }
  tr:hover .edit button,
  tr:focus-within .edit button {
    opacity: 1;
  }
  @media (pointer: coarse) {
    .edit button {
      opacity: 1;
    }
  }
  @media (max-width: 699.9px) {
    :host {
      max-height: max(240px, calc(100dvh - 190px));
    }
    .title {
      max-width: 45vw;
    }
  }
`;
