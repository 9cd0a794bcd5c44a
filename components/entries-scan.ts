import type {ReactiveController, ReactiveControllerHost, TemplateResult} from "lit";
import {html, nothing} from "lit";
import {isAbortError} from "../src/index.ts";
import "./lb-failure.ts";
import "./lb-progress.ts";

/** How a look through all entries is watched and stopped. */
export interface ScanWork {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** A look through all entries of a type, for the element that shows what it found; it ends with the element. */
export class EntriesScan implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #work: {done: number; total: number; stop: AbortController} | undefined;
  #failure: unknown;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#work?.stop.abort();
  }

  get isRunning(): boolean {
    return this.#work !== undefined;
  }

  /** Looks through the entries; a look of before is stopped. What fails is shown, and what was stopped is not. */
  async run(look: (work: ScanWork) => Promise<void>): Promise<void> {
    this.#work?.stop.abort();
    const stop = new AbortController();
    const onProgress = (done: number, total: number): void => {
      if (stop.signal.aborted) return;
      this.#work = {done, total, stop};
      this.#host.requestUpdate();
    };
    this.#failure = undefined;
    onProgress(0, 0);
    try {
      await look({signal: stop.signal, onProgress});
    } catch (error) {
      if (!isAbortError(error)) this.#failure = error;
    } finally {
      if (this.#work?.stop === stop) this.#work = undefined;
      this.#host.requestUpdate();
    }
  }

  /** How far it is, or why it failed. */
  render({
    doing,
    failed,
    onRetry
  }: {
    doing: string;
    failed: string;
    onRetry: () => void;
  }): TemplateResult {
    const work = this.#work;
    return html`${
      work
        ? html`<lb-progress
            what=${doing}
            noun="entries"
            .done=${work.done}
            .total=${work.total}
            @lb-stop=${() => work.stop.abort()}
          ></lb-progress>`
        : nothing
    }
    ${
      this.#failure === undefined
        ? nothing
        : html`<lb-failure
            retry
            .error=${this.#failure}
            .what=${failed}
            @retry=${onRetry}
          ></lb-failure>`
    }`;
  }
}
