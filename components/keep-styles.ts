import {css} from "lit";

/** Tables of the dialog that keeps rows: a head that stays in sight, cells of one line. */
export const keepTableStyles = css`
  th {
    background: var(--lb-bg-float);
  }
  td {
    max-width: 200px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;
