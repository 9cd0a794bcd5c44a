import type {ReactiveControllerHost} from "lit";
import type {Entry, EntryType, Store, Workspace} from "../src/index.ts";
import type {Joined} from "./entry-joined.ts";
import {NOTHING_JOINED, readJoined} from "./entry-joined.ts";

/** What is joined with the entry of a form, read once for each that is opened: later changes wait until saving. */
export class JoinedRead {
  /** As it was when the form was opened; undefined until it is read. */
  value: Joined | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #onFailed: (error: unknown) => void;
  /** The type and entry that it is of. */
  #key = "";

  constructor(host: ReactiveControllerHost, onFailed: (error: unknown) => void) {
    this.#host = host;
    this.#onFailed = onFailed;
  }

  /** Reads it, unless it is read already; there is nothing to read of an entry that is not there yet. */
  read({
    entry,
    type,
    ...from
  }: {
    readonly store: Store;
    readonly workspace: Workspace | undefined;
    readonly type: EntryType;
    readonly entry: Entry | undefined;
  }): void {
    const key = `${type.name} ${entry?.id ?? ""}`;
    if (key === this.#key) return;
    this.#key = key;
    this.value = entry ? undefined : NOTHING_JOINED;
    if (entry)
      void readJoined({...from, type, entry}).then((joined) => {
        if (key !== this.#key) return;
        this.value = joined;
        this.#host.requestUpdate();
      }, this.#onFailed);
  }
}
