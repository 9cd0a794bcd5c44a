import type {ReactiveController, ReactiveControllerHost, TemplateResult} from "lit";
import {html, nothing} from "lit";
import {isAbortError} from "../src/index.ts";
import "./lb-failure.ts";
import "./lb-progress.ts";

/** How long work is watched and stopped. */
export interface WorkSigns {
  readonly signal: AbortSignal;
  /** `what` says what is being done from now on, and `noun` what is counted; as before where they are left out. */
  readonly onProgress: (done: number, total?: number, what?: string, noun?: string) => void;
}

export interface WorkWords {
  /** What is being done: "Comparing". */
  readonly what: string;
  /** What is counted, in the plural. */
  readonly noun?: string;
  /** What did not happen where it fails: "The entries cannot be compared". */
  readonly failed: string;
  /** Whether trying again can help. */
  readonly canRetry?: boolean;
}

interface Running {
  readonly what: string;
  readonly noun: string;
  readonly done: number;
  readonly total: number;
  readonly stop: AbortController;
}

interface Failure {
  readonly error: unknown;
  readonly failed: string;
  readonly retry: (() => void) | undefined;
}

/**
 * Long work of an element, one at a time: how far it is, a way to stop it, why it failed. It ends with the element, and
 * what is shown of it is `render()`.
 */
export class LongWork implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #running: Running | undefined;
  #failure: Failure | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  stop(): void {
    this.#running?.stop.abort();
  }

  /** Shows a failure no more. */
  forget(): void {
    this.#failure = undefined;
    this.#host.requestUpdate();
  }

  /**
   * Does it; what was being done is stopped first. Gives how it ended, and never rejects: what fails is shown, unless it
   * was stopped before.
   */
  async run(
    words: WorkWords,
    work: (signs: WorkSigns) => Promise<void>
  ): Promise<"done" | "stopped" | "failed"> {
    this.stop();
    const stop = new AbortController();
    const {failed, canRetry = false} = words;
    let running: Running = {what: words.what, noun: words.noun ?? "", done: 0, total: 0, stop};
    const show = (next: Partial<Running>): void => {
      if (stop.signal.aborted) return;
      this.#running = running = {...running, ...next};
      this.#host.requestUpdate();
    };
    this.#failure = undefined;
    show({});
    try {
      await work({
        signal: stop.signal,
        onProgress: (done, total = running.total, what = running.what, noun = running.noun) =>
          show({done, total, what, noun})
      });
      return "done";
    } catch (error) {
      if (isAbortError(error) || stop.signal.aborted) return "stopped";
      const retry = canRetry ? () => void this.run(words, work) : undefined;
      this.#failure = {error, failed, retry};
      return "failed";
    } finally {
      if (this.#running?.stop === stop) this.#running = undefined;
      this.#host.requestUpdate();
    }
  }

  /** How far it is, or why it failed. */
  render(): TemplateResult {
    return html`${this.renderProgress()}${this.renderFailure()}`;
  }

  /** How far it is; nothing where it is not running. */
  renderProgress(): TemplateResult | typeof nothing {
    if (!this.#running) return nothing;
    const {what, noun, done, total, stop} = this.#running;
    return html`<lb-progress
      what=${what}
      noun=${noun}
      .done=${done}
      .total=${total}
      @lb-stop=${() => stop.abort()}
    ></lb-progress>`;
  }

  /** Why it failed; nothing where it did not. */
  renderFailure(): TemplateResult | typeof nothing {
    if (!this.#failure) return nothing;
    const {error, failed, retry} = this.#failure;
    return html`<lb-failure
      ?retry=${retry !== undefined}
      .error=${error}
      .what=${failed}
      @retry=${() => retry?.()}
    ></lb-failure>`;
  }
}
