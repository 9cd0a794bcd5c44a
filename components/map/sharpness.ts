/** A frame that takes longer leaves too little time for the rest of it at 60 a second. */
const SLOW_MS = 12;
/** Frames that are farther apart are no movement, and when a movement is taken to be over. */
const REST_MS = 150;
/** A screen with more pixels than this to one of CSS shows no more by them. */
const MAX_RATIO = 2;

/** Pixels of a picture to one of CSS: as the screen has them, but one to one during a movement that would falter. */
export class Sharpness {
  readonly #onRest: () => void;
  #isCoarse = false;
  #last = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onRest: () => void) {
    this.#onRest = onRest;
  }

  get ratio(): number {
    return this.#isCoarse ? 1 : Math.min(MAX_RATIO, devicePixelRatio);
  }

  /** Does the work of a frame, and sees how long it takes. */
  frame(draw: () => void): void {
    const start = performance.now();
    draw();
    const end = performance.now();
    if (start - this.#last < REST_MS && end - start > SLOW_MS) this.#isCoarse = true;
    this.#last = end;
    if (!this.#isCoarse) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isCoarse = false;
      this.#onRest();
    }, REST_MS);
  }
}
