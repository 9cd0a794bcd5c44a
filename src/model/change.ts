import type {Edge, EdgeKind} from "./edge.ts";
import type {EntryType} from "./entry-type.ts";
import type {Entry} from "./entry.ts";
import type {Suggestion} from "./suggestion.ts";
import type {TopicRecord, TopicSetRecord} from "./topic.ts";
import type {View} from "./view.ts";

/** The records that history keeps, by the table they stand in. */
export interface RecordOf {
  entries: Entry;
  edges: Edge;
  types: EntryType;
  kinds: EdgeKind;
  suggestions: Suggestion;
  views: View;
  topicSets: TopicSetRecord;
  topics: TopicRecord;
}

export type RecordTable = keyof RecordOf;

/**
 * One record's change, as history keeps it: `before` is null where the record was added, `after` is null where it
 * was removed (a removed record lives on here, which is what undo and restore read).
 */
export interface Change<T extends RecordTable = RecordTable> {
  /** Counts up; the order in which changes were written. */
  readonly seq: number;
  /** Changes that were made together and are undone together. */
  readonly group: string;
  /** What was done, for people: "Keep 12 rows as Items". */
  readonly what: string;
  readonly at: number;
  /** Who did it, as the settings name the person at this browser; "" where nobody said. */
  readonly who: string;
  readonly table: T;
  /** The record's id (of types and kinds, the name). */
  readonly id: string;
  readonly before: RecordOf[T] | null;
  readonly after: RecordOf[T] | null;
  /** The group that this one takes back, where it is an undo. */
  readonly undoes: string | null;
}
