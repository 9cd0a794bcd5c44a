/** How far looking for suggestions is, and how it is stopped. */
export interface ProposeOptions {
  readonly signal?: AbortSignal;
  /** Called with the entries that were looked through, out of all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A method that looks through what is kept and writes what it finds into the suggestion ledger. */
export interface Proposer {
  /** What it looks for, for people: "edges that texts tell of". */
  readonly what: string;
  /** Gives how many suggestions are new. Never blocks the page. */
  propose(options?: ProposeOptions): Promise<number>;
}
