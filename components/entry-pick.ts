import type {Mark} from "../src/index.ts";

/** An entry that can be picked. */
export interface Pick {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  /** What tells it from others of its title. */
  readonly hint?: string;
  /** The letters of the title that answer what was typed. */
  readonly marks?: readonly Mark[];
  /** `meaning` where the letters do not answer. */
  readonly by?: "letters" | "meaning";
}

/** A type in which an entry can be made on the spot. */
export interface PickType {
  readonly name: string;
  readonly label: string;
}

/** Somebody picked an entry, or took a pick back (null). */
export class PickedEvent extends Event {
  readonly pick: Pick | null;

  constructor(pick: Pick | null) {
    super("lb-picked");
    this.pick = pick;
  }
}

/** Somebody wants a new entry with this title. */
export class CreateEvent extends Event {
  readonly title: string;
  /** The name of the type that it shall have. */
  readonly entryType: string;

  constructor(title: string, entryType: string) {
    super("lb-create");
    this.title = title;
    this.entryType = entryType;
  }
}

declare global {
  interface HTMLElementEventMap {
    "lb-picked": PickedEvent;
    "lb-create": CreateEvent;
  }
}
