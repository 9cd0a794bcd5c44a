import type {Edge, EdgeKind} from "../../model/edge.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Entry} from "../../model/entry.ts";
import type {View} from "../../model/view.ts";

/** An address that an entry once had. */
export interface FormerAddress {
  readonly type: string;
  readonly slug: string;
  /** The entry's id. */
  readonly id: string;
}

/** What is curated, as it is now: what a folder of text holds. */
export interface CuratedRecords {
  readonly types: readonly EntryType[];
  readonly kinds: readonly EdgeKind[];
  readonly views: readonly View[];
  readonly entries: readonly Entry[];
  readonly edges: readonly Edge[];
  readonly slugs: readonly FormerAddress[];
}

export const NO_RECORDS: CuratedRecords = {
  types: [],
  kinds: [],
  views: [],
  entries: [],
  edges: [],
  slugs: []
};

/** What an upsert did. */
export interface CuratedCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}
