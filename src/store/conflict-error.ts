import {InputError} from "../lib/errors.ts";
import type {Entry} from "../model/entry.ts";

/** Somebody else (another tab, an import) changed the entry first. Nothing was written; both versions are here to choose from. */
export class ConflictError extends InputError {
  override readonly name: string = "ConflictError";
  /** The entry as it would have been written. */
  readonly mine: Entry;
  /** The entry as it is. */
  readonly theirs: Entry;

  constructor({mine, theirs}: {mine: Entry; theirs: Entry}) {
    super(
      `entry was changed elsewhere: "${theirs.title}" (yours is based on revision ${mine.revision - 1}, it is now at ${theirs.revision}); compare the two and save again`
    );
    this.mine = mine;
    this.theirs = theirs;
  }
}
