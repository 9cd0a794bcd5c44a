import type {ReactiveController, ReactiveControllerHost} from "lit";
import type {EntryType, MisfitReport, Store} from "../src/index.ts";
import {findMisfits, isAbortError, isHarmless} from "../src/index.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {saveType} from "./save-type.ts";
import {toRenames} from "./type-draft-edit.ts";
import type {TypeDraft} from "./type-draft.ts";
import {fromTypeDraft} from "./type-draft.ts";

/**
 * The saving of a type: what a change would mean for entries is found out first, and waits for a word where it means
 * anything (`losses`).
 */
export class TypeSaving implements ReactiveController {
  busy = false;
  /** What kept the last save from being written. */
  failure: unknown;
  /** How far the look at the entries is. */
  checking: {readonly done: number; readonly total: number; readonly stop: () => void} | undefined;
  losses: {readonly type: EntryType; readonly report: MisfitReport} | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #onSaved: (type: EntryType) => void;
  #stop: AbortController | undefined;

  constructor(host: ReactiveControllerHost, onSaved: (type: EntryType) => void) {
    this.#host = host;
    this.#onSaved = onSaved;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop?.abort();
  }

  /** Forgets what the last attempt came to. */
  reset(): void {
    this.failure = this.losses = undefined;
    this.#host.requestUpdate();
  }

  /** Saves, or says what would be lost. */
  save(store: Store, draft: TypeDraft): Promise<void> {
    return this.#attempt(async () => {
      const names = (await store.types.list()).map(({name}) => name);
      const type = fromTypeDraft(draft, new Set(names));
      const report = await this.#findLosses(store, draft, type);
      if (report) this.losses = {type, report};
      else await this.#write(store, draft, type, []);
    });
  }

  /** Saves what would lose something; the values of the entries `ids` move with fields that were renamed. */
  async saveAnyway(store: Store, draft: TypeDraft, ids: readonly string[]): Promise<void> {
    const type = this.losses?.type;
    if (type) await this.#attempt(() => this.#write(store, draft, type, ids));
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.reset();
    try {
      await work();
    } catch (error) {
      if (!isAbortError(error)) this.failure = error;
    } finally {
      this.busy = false;
      this.checking = this.#stop = undefined;
      this.#host.requestUpdate();
    }
  }

  /** What the change means for entries; undefined where it means nothing. */
  async #findLosses(
    store: Store,
    draft: TypeDraft,
    type: EntryType
  ): Promise<MisfitReport | undefined> {
    const {former} = draft;
    const renames = toRenames(draft);
    if (!former || (isHarmless(former, type) && renames.size === 0)) return undefined;
    const stop = (this.#stop = new AbortController());
    const tell = (done: number, total: number): void => {
      this.checking = {done, total, stop: () => stop.abort()};
      this.#host.requestUpdate();
    };
    tell(0, 0);
    const {signal} = stop;
    const report = await findMisfits(store, type, {former, renames, signal, onProgress: tell});
    const isLoss = report.renamed.length > 0 || report.fields.some(({newCount}) => newCount > 0);
    return isLoss ? report : undefined;
  }

  async #write(
    store: Store,
    draft: TypeDraft,
    type: EntryType,
    ids: readonly string[]
  ): Promise<void> {
    const {former} = draft;
    const saved = await saveType(store, type, {former, renames: toRenames(draft), ids});
    offerUndo({
      store,
      groups: [saved.group],
      message: `Type ${saved.type.label} ${former ? "changed" : "made"}`
    });
    this.#onSaved(saved.type);
  }
}
