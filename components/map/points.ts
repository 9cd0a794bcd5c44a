/** How much a point stands out: it is left out by a filter, or others are chosen, or it is neither. */
export const OUT = 0;
export const FAINT = 1;
export const FULL = 2;

/** What is drawn: arrays as long as each other, but for `places`, which has two numbers a point. */
export interface Points {
  readonly places: Float32Array;
  /** Of each point its place in `palette`. */
  readonly codes: Uint16Array;
  /** Packed colours (`packColour`). */
  readonly palette: Uint32Array;
  /** `OUT`, `FAINT` or `FULL`, by point. */
  readonly levels: Uint8Array;
}
