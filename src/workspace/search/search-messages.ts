import type {EngineAnswer, EngineQuery} from "./search-engine.ts";
import type {SearchItem} from "./search-item.ts";

/** What a page tells and asks the search worker. */
export type SearchRequest =
  | {readonly kind: "put"; readonly ticket: number; readonly items: readonly SearchItem[]}
  | {readonly kind: "remove"; readonly ids: readonly string[]}
  | {readonly kind: "find"; readonly ticket: number; readonly query: EngineQuery}
  /** Nobody waits for the answer any more. */
  | {readonly kind: "forget"; readonly ticket: number};

export type SearchReply =
  | {readonly kind: "taken"; readonly ticket: number}
  | {readonly kind: "found"; readonly ticket: number; readonly answer: EngineAnswer}
  | {readonly kind: "failed"; readonly ticket: number; readonly message: string};
