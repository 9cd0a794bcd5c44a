import {css} from "lit";

/** A map's canvas, and what floats beside the point that is looked at. */
export const canvasStyles = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden;
    background: var(--lb-bg);
  }
  canvas {
    display: block;
    width: 100%;
    height: 100%;
    touch-action: none;
    cursor: grab;
  }
  canvas:focus-visible {
    outline-offset: -2px;
  }
  canvas.trace {
    cursor: crosshair;
  }
  .tip {
    position: absolute;
    z-index: 1;
    max-width: min(260px, 80%);
    padding: var(--lb-1) var(--lb-2);
    overflow: hidden;
    overflow-wrap: anywhere;
    pointer-events: none;
    background: var(--lb-bg-float);
    border: 1px solid var(--lb-border-strong);
    border-radius: var(--lb-radius);
    box-shadow: var(--lb-shadow);
    font-size: var(--lb-size-table);
  }
  .tip span {
    white-space: pre-line;
  }
`;
