import type {ChangeGroup, Store} from "../src/index.ts";

/** A change that was made on this page and can be taken back. */
export interface UndoOffer {
  readonly store: Store;
  /** What was done: "3 entries deleted". */
  readonly message: string;
  /** The writes that did it, in order; none where nothing was different. */
  readonly groups: readonly (string | null)[];
  /** Where what was done can be seen. */
  readonly link?: {readonly href: string; readonly text: string};
}

export type Turn = "Undo" | "Redo";

/** Writes that are looked through, newest first, for one that can be taken back. */
const MAX_SEARCHED = 500;
const PAGE_GROUPS = 50;

/**
 * What can be taken back and done again, last first: what this page did, as it did it, then what history tells of the
 * time before the page was opened.
 */
export class UndoTrail {
  /** The store that is asked for what other pages did. */
  store: Store | undefined;
  readonly #done: UndoOffer[] = [];
  readonly #undone: UndoOffer[] = [];
  /** Writes that could not be taken back: they would stand before all that was done earlier. */
  readonly #refused = new Set<string>();

  /** Something new was done: what was taken back before cannot be done again. */
  push(offer: UndoOffer): void {
    this.#done.push(offer);
    this.#undone.length = 0;
  }

  /** True where the offer is what the next turn would be about. */
  isNext(offer: UndoOffer, turn: Turn): boolean {
    return this.#stack(turn).at(-1) === offer;
  }

  /** What the next turn is about; undefined where there is nothing more. */
  async find(turn: Turn): Promise<UndoOffer | undefined> {
    const stack = this.#stack(turn);
    for (let offer = stack.at(-1); offer; offer = stack.at(-1)) {
      if (await isOpen(offer)) return offer;
      stack.pop(); // taken back in the meantime, on the history page or in another tab
    }
    const {store} = this;
    const found = await (turn === "Undo" ? this.#findUndoable() : store?.history.lastRedoable());
    return found && store && {store, message: toMessage(found), groups: [found.group]};
  }

  /** The offer was turned: `back` turns it again. */
  turned(offer: UndoOffer, back: UndoOffer, turn: Turn): void {
    this.#drop(offer, turn);
    this.#stack(turn === "Undo" ? "Redo" : "Undo").push(back);
  }

  /** The offer cannot be turned now. */
  refused(offer: UndoOffer, turn: Turn): void {
    this.#drop(offer, turn);
    for (const group of offer.groups) if (group !== null) this.#refused.add(group);
  }

  #stack(turn: Turn): UndoOffer[] {
    return turn === "Undo" ? this.#done : this.#undone;
  }

  #drop(offer: UndoOffer, turn: Turn): void {
    const stack = this.#stack(turn);
    if (stack.at(-1) === offer) stack.pop();
  }

  async #findUndoable(): Promise<ChangeGroup | undefined> {
    const {store} = this;
    for (let offset = 0; store && offset < MAX_SEARCHED; offset += PAGE_GROUPS) {
      const groups = await store.history.recent({offset, limit: PAGE_GROUPS});
      const found = groups.find(
        ({group, kind, undoneBy}) => kind === "do" && undoneBy === null && !this.#refused.has(group)
      );
      if (found || groups.length < PAGE_GROUPS) return found;
    }
    return undefined;
  }
}

/** Whether anything of an offer still stands. What was done again stands as long as the write that did it first. */
async function isOpen({store, groups}: UndoOffer): Promise<boolean> {
  for (const name of groups) {
    let group = name === null ? undefined : await store.history.get(name);
    while (group?.kind === "redo") {
      const undo: ChangeGroup | undefined = await store.history.get(group.undoes!);
      group = await store.history.get(undo!.undoes!);
    }
    if (group?.undoneBy === null) return true;
  }
  return false;
}

/** What a write did, whether it did, undid or did again. */
function toMessage({what}: ChangeGroup): string {
  return what.replace(/^(Undo|Redo): /, "");
}
