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
  #failed: Failed | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Never rejects; `what` says what did not happen where it fails. */
  async run(what: string, work: () => Promise<void>): Promise<void> {
    this.#show(undefined);
    try {
      await work();
    } catch (error) {
      this.#show({what, error});
    }
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#failed) return nothing;
    const {what, error} = this.#failed;
    return html`<lb-failure .error=${error} .what=${what}></lb-failure>`;
  }

  #show(failed: Failed | undefined): void {
    this.#failed = failed;
    this.#host.requestUpdate();
  }
}
