import {css} from "lit";

/** The box that finds everything, and what it found. */
export const paletteStyles = css`
  dialog {
    width: min(680px, 94vw);
    margin-top: 10vh;
    padding: 0;
    border: 1px solid var(--lb-border);
    border-radius: var(--lb-radius);
    background: var(--lb-bg-float);
    color: inherit;
    box-shadow: var(--lb-shadow);
  }
  input {
    width: 100%;
    min-height: 40px;
    border: 0;
    border-bottom: 1px solid var(--lb-border);
    border-radius: 0;
    padding: 0 var(--lb-3);
    font-size: 15px;
    background: none;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: var(--lb-1) 0;
    max-height: 60vh;
    overflow: auto;
  }
  li {
    display: flex;
    align-items: center;
    gap: var(--lb-2);
    min-height: 28px;
    padding: 0 var(--lb-3);
    cursor: pointer;
  }
  li[aria-selected="true"],
  li:hover {
    background: var(--lb-bg-selected);
  }
  .kind {
    flex: none;
    width: 64px;
    color: var(--lb-text-muted);
  }
  .text {
    display: grid;
    min-width: 0;
    padding: 2px 0;
  }
  .snippet {
    font-size: var(--lb-size-table);
    color: var(--lb-text-muted);
  }
  mark {
    background: none;
    color: inherit;
    font-weight: 600;
    text-decoration: underline;
  }
  @media (pointer: coarse) {
    li {
      min-height: 32px;
    }
  }
  @media (max-width: 520px) {
    .kind {
      width: 52px;
    }
    .hint {
      display: none;
    }
  }
  .hint {
    margin-left: auto;
    color: var(--lb-text-muted);
    white-space: nowrap;
  }
  .name,
  .snippet {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  p {
    padding: var(--lb-2) var(--lb-3);
  }
`;
