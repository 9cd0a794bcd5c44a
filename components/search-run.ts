import type {ReactiveController, ReactiveControllerHost} from "lit";
import type {Search, SearchAnswer, SearchOptions} from "../src/index.ts";

/** One search of an element at a time: its answer so far, and why it failed. It ends with the element. */
export class SearchRun implements ReactiveController {
  /** The answer to what was asked last; that of before until the first part of it comes. */
  answer: SearchAnswer | undefined;
  error: unknown;
  isRunning = false;
  readonly #host: ReactiveControllerHost;
  #stop: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Asks; what was asked before is not waited for any more. `onAnswer` hears each part, and whether it is the first. */
  async start(
    finder: Search,
    text: string,
    options: Omit<SearchOptions, "signal">,
    onAnswer?: (answer: SearchAnswer, isFirst: boolean) => void
  ): Promise<void> {
    this.stop();
    const stop = (this.#stop = new AbortController());
    const {signal} = stop;
    this.isRunning = true;
    this.error = undefined;
    this.#host.requestUpdate();
    let isFirst = true;
    try {
      for await (const answer of finder.find(text, {...options, signal})) {
        if (signal.aborted) return;
        this.answer = answer;
        onAnswer?.(answer, isFirst);
        isFirst = false;
        this.#host.requestUpdate();
      }
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
      if (isFirst) this.answer = undefined; // what was found of another question is no answer to this one
    } finally {
      if (this.#stop === stop) {
        this.isRunning = false;
        this.#host.requestUpdate();
      }
    }
  }

  stop(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.isRunning = false;
  }
}
