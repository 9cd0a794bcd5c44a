import type {ReactiveController, ReactiveControllerHost} from "lit";
import type {QueryResult, Workspace} from "../src/index.ts";
import {QueryError, isAbortError, toMessage} from "../src/index.ts";

/** More rows than these are neither read nor scrolled through; an export takes all. */
export const MAX_ROWS = 1_000_000;
const TICK_MS = 100;

/** What became of the last query. */
export type RunState =
  | {readonly name: "running"; readonly elapsedMs: number; readonly rows: number}
  | {readonly name: "done"; readonly result: QueryResult}
  | {readonly name: "stopped"; readonly elapsedMs: number}
  | FailedRun;

export interface FailedRun {
  readonly name: "failed";
  readonly error: unknown;
  readonly sql: string;
  /** Where the SQL began in the editor's text, and where in that text it is wrong (undefined: the engine named no place), in UTF-16 units. */
  readonly from: number;
  readonly offset: number | undefined;
}

/** The place of a failure in the editor's text; undefined once what was run is edited. */
export function toPlace({sql, from, offset}: FailedRun, text: string): number | undefined {
  return text.slice(from, from + sql.length) === sql ? offset : undefined;
}

/** A result and the SQL that gave it. */
export interface Answer {
  readonly sql: string;
  readonly result: QueryResult;
}

/** Runs one query at a time: a new one stops the one before, and what is told is always of the last. */
export class QueryRun implements ReactiveController {
  state: RunState | undefined;
  /** The last result that there was; it stays until there is another. */
  answer: Answer | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #onDone: (answer: Answer) => void;
  #stop: AbortController | undefined;

  constructor(host: ReactiveControllerHost, onDone: (answer: Answer) => void) {
    this.#host = host;
    this.#onDone = onDone;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  cancel(): void {
    this.#stop?.abort();
  }

  /** Runs SQL that begins at `from` in the editor's text. */
  async start(workspace: Workspace, sql: string, from = 0): Promise<void> {
    this.cancel();
    const {signal} = (this.#stop = new AbortController());
    const start = performance.now();
    const tell = (state: RunState): void => {
      if (this.#stop?.signal !== signal) return;
      this.state = state;
      this.#host.requestUpdate();
    };
    let rows = 0;
    const tick = (): void => tell({name: "running", elapsedMs: performance.now() - start, rows});
    tick();
    const clock = setInterval(tick, TICK_MS);
    try {
      const onProgress = (count: number): void => void (rows = count);
      const result = await workspace.query(sql, {signal, maxRows: MAX_ROWS, onProgress});
      signal.throwIfAborted();
      this.answer = {sql, result};
      this.#onDone(this.answer);
      tell({name: "done", result});
      remember(workspace, sql, {rows: result.numRows, elapsedMs: result.elapsedMs});
    } catch (error) {
      if (signal.aborted || isAbortError(error)) {
        tell({name: "stopped", elapsedMs: performance.now() - start});
        return;
      }
      const place = error instanceof QueryError ? error.offset : undefined;
      tell({name: "failed", error, sql, from, offset: place === undefined ? place : place + from});
      remember(workspace, sql, {error: toMessage(error)});
    } finally {
      clearInterval(clock);
    }
  }
}

function remember(
  workspace: Workspace,
  sql: string,
  outcome: {rows?: number; elapsedMs?: number; error?: string}
): void {
  // that a query was run is worth no alarm where storage is full
  if (!workspace.storeFailure)
    void workspace.store.queries.add(sql, outcome).catch(() => undefined);
}
