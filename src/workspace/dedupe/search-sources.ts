import type {Store} from "../../store/store.ts";
import type {Compute} from "../compute/compute.ts";
import type {MergedPair} from "./merged-pairs.ts";
import type {Sides} from "./search-run.ts";

/** How a search is watched and stopped. */
export interface SearchWork {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number, step?: string) => void;
}

/** What a search reads and writes. */
export interface SearchSources {
  readonly store: Store;
  readonly compute: Compute;
  readonly read: (signal?: AbortSignal) => Promise<Sides>;
  /** Within a type: the pairs of its entries that were merged. */
  readonly readMerged?: (isThere: (id: string) => boolean) => Promise<readonly MergedPair[]>;
}
