import {css} from "lit";

/** Sections of a page: a quiet heading, then what it is about. */
export const sectionStyles = css`
  section > header {
    display: flex;
    align-items: center;
    gap: var(--lb-2);
    min-height: calc(var(--lb-control) + 4px);
    padding-bottom: 3px;
    border-bottom: 1px solid var(--lb-border);
    margin-bottom: var(--lb-1);
  }
  section h2 {
    font-size: var(--lb-size);
  }
  ul.plain {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .definitions {
    display: grid;
    grid-template-columns: minmax(80px, 132px) minmax(0, 1fr);
    margin: 0;
  }
  .definitions dt,
  .definitions dd {
    margin: 0;
    padding: 3px 0;
    min-height: var(--lb-row);
    border-bottom: 1px solid var(--lb-border);
    overflow-wrap: anywhere;
  }
  .definitions dt {
    padding-right: var(--lb-3);
    color: var(--lb-text-muted);
  }
  .text {
    white-space: pre-wrap;
  }
  p a,
  .meta a {
    text-decoration: underline;
  }
  .null {
    color: var(--lb-text-faint);
  }
`;
