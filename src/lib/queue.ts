/** Work that is done one after another, in the order in which it came. */
export class Queue {
  #turn: Promise<unknown> = Promise.resolve();

  /** What `work` gives, once all that came before it has ended, well or not. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined); // the caller hears of it; the next one begins afresh
    return turn;
  }

  /** Resolves when all that came so far has ended. Never rejects. */
  async idle(): Promise<void> {
    await this.#turn;
  }
}
