import {css} from "lit";

/** A map with what belongs to it beside it, below it where there is no room. */
export const plotStyles = css`
  :host {
    display: block;
    container: map / inline-size;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--lb-3);
    margin-top: var(--lb-2);
  }
  lb-map-canvas {
    height: min(56dvh, 520px);
    border: 1px solid var(--lb-border);
    border-radius: var(--lb-radius);
  }
  .side {
    display: grid;
    gap: var(--lb-3);
    align-content: start;
    min-width: 0;
  }
  h2 {
    margin-bottom: var(--lb-1);
  }
  @container map (min-width: 860px) {
    .columns {
      grid-template-columns: minmax(0, 5fr) minmax(320px, 3fr);
    }
    lb-map-canvas {
      height: max(420px, calc(100dvh - 210px));
    }
    .side {
      max-height: max(420px, calc(100dvh - 180px));
      overflow: auto;
    }
  }
`;
