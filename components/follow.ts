import type {ReactiveController, ReactiveControllerHost, TemplateResult} from "lit";
import {html} from "lit";
import type {Live} from "../src/index.ts";
import "./lb-failure.ts";
import "./lb-progress.ts";
import type {WorkWords} from "./long-work.ts";

/**
 * A value of the store that an element shows and that follows every change, made here or in another tab. The host says
 * in each update what it wants to follow; under the same key nothing starts anew.
 */
export class Follow<T> implements ReactiveController {
  /** The value as of now; undefined until it is first there. */
  value: T | undefined;
  error: unknown;
  /** True from another key on until its first value: what is shown is that of the former one. */
  isPending = false;
  readonly #host: ReactiveControllerHost;
  readonly #onValue: ((value: T) => void) | undefined;
  #key: unknown = undefined;
  #stop: (() => void) | undefined;
  #isHere = false;

  constructor(host: ReactiveControllerHost, onValue?: (value: T) => void) {
    this.#host = host;
    this.#onValue = onValue;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isHere = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#isHere = false;
    this.#stop?.();
    this.#stop = undefined;
    this.#key = undefined;
  }

  /** Follows what `toLive` gives, unless that is followed already under this key, or the host is gone. */
  follow(key: unknown, toLive: () => Live<T>): void {
    if (!this.#isHere || (this.#stop && key === this.#key)) return;
    this.#stop?.();
    this.#key = key;
    this.isPending = true;
    this.#stop = toLive().subscribe(
      (value) => {
        this.value = value;
        this.error = undefined;
        this.isPending = false;
        this.#onValue?.(value);
        this.#host.requestUpdate();
      },
      (error) => {
        this.error = error;
        this.isPending = false;
        this.#host.requestUpdate();
      }
    );
  }

  /** Starts anew in the next update. */
  retry(): void {
    this.#key = undefined;
    this.error = undefined;
    this.#host.requestUpdate();
  }

  /** What `show` makes of the value; until it is there, that it is being read, or why it cannot be. */
  render(
    {what, failed}: Pick<WorkWords, "what" | "failed">,
    show: (value: T) => TemplateResult
  ): TemplateResult {
    const {value, error} = this;
    if (error !== undefined)
      return html`<lb-failure
        retry
        .what=${failed}
        .error=${error}
        @retry=${() => this.retry()}
      ></lb-failure>`;
    return value === undefined ? html`<lb-progress what=${what}></lb-progress>` : show(value);
  }
}
