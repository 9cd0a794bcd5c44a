import type {ReactiveControllerHost, TemplateResult} from "lit";
import {html, nothing} from "lit";
import "./lb-failure.ts";

interface Failed {
  readonly what: string;
  readonly error: unknown;
}

/** What somebody does in an element at a stroke: done, or `render()` shows why not until the next is tried. */
export class Attempt {
  readonly #host: ReactiveControllerHost;
  #running = 0;
  #failed: Failed | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get isRunning(): boolean {
    return this.#running > 0;
  }

  /** Shows a failure no more. */
  forget(): void {
    this.#failed = undefined;
    this.#host.requestUpdate();
  }

  /** Never rejects; `what` says what did not happen where it fails. */
  async run(what: string, work: () => Promise<void>): Promise<void> {
    this.#running++;
    this.forget();
    try {
      await work();
    } catch (error) {
      this.#failed = {what, error};
    } finally {
      this.#running--;
      this.#host.requestUpdate();
    }
  }

  /** The same, and nothing at all while something is still being done. */
  async runAlone(what: string, work: () => Promise<void>): Promise<void> {
    if (!this.isRunning) await this.run(what, work);
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#failed) return nothing;
    const {what, error} = this.#failed;
    return html`<lb-failure .error=${error} .what=${what}></lb-failure>`;
  }
}
