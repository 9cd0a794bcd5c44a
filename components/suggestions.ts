import type {ReactiveController, ReactiveControllerHost} from "lit";
import type {Suggest} from "./suggest.ts";
import {toLists} from "./suggest.ts";

const BUSY_AFTER_MS = 300;

/** The answers to what somebody types: what was asked last counts, whatever of it comes first. */
export class Suggestions<T> implements ReactiveController {
  /** Why there is no answer. */
  failure: unknown;
  /** True of an answer that takes long enough to be felt. */
  isBusy = false;
  /** Set while the last list answers an older text than the one that stands there; a new list ends it. */
  isStale = false;
  readonly #host: ReactiveControllerHost;
  readonly #onList: (list: readonly T[]) => void;
  /** Ends the answer to what was asked before. */
  #stop = new AbortController();

  constructor(host: ReactiveControllerHost, onList: (list: readonly T[]) => void) {
    this.#host = host;
    this.#onList = onList;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  stop(): void {
    this.#stop.abort();
    this.isBusy = false;
    this.#host.requestUpdate();
  }

  /** Asks; done when the first list is there, or a failure. False where something else was asked or it was stopped. */
  async ask(answer: (signal: AbortSignal) => ReturnType<Suggest<T>>): Promise<boolean> {
    this.#stop.abort();
    const {signal} = (this.#stop = new AbortController());
    const slow = setTimeout(() => this.#setBusy(!signal.aborted), BUSY_AFTER_MS);
    try {
      const lists = toLists(answer(signal));
      const first = await lists.next();
      if (signal.aborted) return false;
      this.#show(first.done ? [] : first.value);
      void this.#showOthers(lists, signal);
    } catch (error) {
      if (signal.aborted) return false;
      this.#onList([]);
      this.failure = error;
    } finally {
      clearTimeout(slow);
      if (!signal.aborted) this.#setBusy(false);
    }
    return true;
  }

  async #showOthers(lists: AsyncIterator<readonly T[]>, signal: AbortSignal): Promise<void> {
    try {
      for (let next = await lists.next(); !next.done; next = await lists.next())
        if (!signal.aborted) this.#show(next.value);
    } catch (error) {
      if (signal.aborted) return;
      this.failure = error;
      this.#host.requestUpdate();
    }
  }

  #show(list: readonly T[]): void {
    this.isStale = false;
    this.failure = undefined;
    this.#onList(list);
  }

  #setBusy(isBusy: boolean): void {
    this.isBusy = isBusy;
    this.#host.requestUpdate();
  }
}
