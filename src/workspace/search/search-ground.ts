import type {UnavailableError} from "../../lib/errors.ts";
import type {RawTable} from "../../model/batch.ts";
import type {Catalogue} from "../../model/catalogue.ts";
import type {Store} from "../../store/store.ts";
import type {Meaning} from "../meaning/meaning.ts";

/** What search looks through, and what it asks: a `Workspace`, or as much of one. */
export interface SearchGround {
  /** Why nothing is kept; the rooms of what is kept are not asked then. */
  readonly storeFailure: UnavailableError | undefined;
  readonly store: Store;
  readonly meaning: Meaning;
  readonly imports: {tables(): Promise<readonly Pick<RawTable, "name">[]>};
  catalogue(): Promise<Catalogue>;
}
