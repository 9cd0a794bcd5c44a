import type {EdgeKind, EntryType, Store} from "../src/index.ts";
import type {Pick} from "./entry-pick.ts";
import type {EdgeHint} from "./reference.ts";

/** What fields need beside their own value: where files are kept, and entries to refer to. A preview has none of it. */
export interface FormContext {
  readonly store: Store;
  readonly types: ReadonlyMap<string, EntryType>;
  readonly kinds: ReadonlyMap<string, EdgeKind>;
  /** Texts that a field had in other entries, for what somebody is typing; absent where nobody knows. */
  values?(field: string, text: string): Promise<readonly string[]>;
  /** Somebody chose an entry: what is chosen often comes sooner. */
  picked?(id: string): Promise<void>;
  /** Entries that a field may refer to, for what somebody is typing, best first; or one list after another. */
  suggest(
    text: string,
    edge: EdgeHint,
    signal: AbortSignal
  ): Promise<readonly Pick[]> | AsyncIterable<readonly Pick[]>;
}
