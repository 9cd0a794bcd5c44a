import type {ReactiveController, ReactiveControllerHost} from "lit";
import type {QueryResult} from "../src/index.ts";
import {isAbortError} from "../src/index.ts";
import type {SortDirection} from "./grid-sort.ts";
import {sortRows} from "./grid-sort.ts";

/** "Sorting" is said only of what takes long enough to be read. */
const BUSY_DELAY_MS = 150;

export interface GridOrder {
  /** The column's number in the result. */
  readonly column: number;
  readonly direction: SortDirection;
}

/** By which column a grid is sorted: picked again and again, a column goes up, down, and back to how rows came. */
export class GridSorter implements ReactiveController {
  order: GridOrder | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #onSorted: (rows: Uint32Array | undefined) => void;
  readonly #onBusy: () => void;
  readonly #onFailed: (error: unknown) => void;
  #sorting: AbortController | undefined;

  constructor(
    host: ReactiveControllerHost,
    {
      onSorted,
      onBusy,
      onFailed
    }: {
      /** Rows stand in this order now; undefined: as they came. */
      readonly onSorted: (rows: Uint32Array | undefined) => void;
      readonly onBusy: () => void;
      readonly onFailed: (error: unknown) => void;
    }
  ) {
    this.#host = host;
    this.#onSorted = onSorted;
    this.#onBusy = onBusy;
    this.#onFailed = onFailed;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#sorting?.abort();
  }

  reset(): void {
    this.#sorting?.abort();
    this.order = undefined;
  }

  async pick(result: QueryResult, column: number): Promise<void> {
    const before = this.order?.column === column ? this.order.direction : undefined;
    this.reset();
    if (before === "descending") {
      this.#onSorted(undefined);
      return;
    }
    const {signal} = (this.#sorting = new AbortController());
    const direction = before ? "descending" : "ascending";
    this.order = {column, direction};
    this.#host.requestUpdate();
    const busy = setTimeout(this.#onBusy, BUSY_DELAY_MS);
    try {
      this.#onSorted(await sortRows(result, column, direction, signal));
    } catch (error) {
      if (!isAbortError(error)) this.#onFailed(error);
    } finally {
      clearTimeout(busy);
    }
  }
}
