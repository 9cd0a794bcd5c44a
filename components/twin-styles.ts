import {css} from "lit";

/** Likely twins: a list that stands beside a form, or sticks to the lower edge below it. */
export const twinStyles = css`
  :host {
    display: block;
  }
  section {
    padding: var(--lb-2) var(--lb-3);
    border-left: 3px solid var(--lb-warning);
    background: var(--lb-bg-alt);
    max-height: 40vh;
    overflow: auto;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding: var(--lb-1) 0;
  }
  li + li {
    border-top: 1px solid var(--lb-border);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--lb-2);
    align-items: baseline;
    overflow-wrap: anywhere;
  }
  .why {
    margin-bottom: var(--lb-1);
    font-size: var(--lb-size-small);
    color: var(--lb-text-muted);
    overflow-wrap: anywhere;
  }
  .why span + span::before {
    content: " · ";
  }
  @media (pointer: coarse) {
    button,
    .button {
      min-height: 32px;
    }
  }
`;
