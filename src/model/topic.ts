/**
 * What texts of a collection are about, as one run found it and people have mended it. Its topics keep their ids from run
 * to run.
 */
export interface TopicSet {
  /** The collection's id: each collection has one set. */
  readonly id: string;
  /** The embedding model whose vectors were grouped, by its id: name and print of the weights. */
  readonly model: string;
  /** What the run was told, and can be told again. */
  readonly options: TopicOptions;
  readonly created: number;
  readonly updated: number;
  /** How many texts were grouped, how many of them are in no topic. */
  readonly size: number;
  readonly outliers: number;
  readonly rules: readonly TopicRule[];
}

export interface TopicOptions {
  /** From 0 (few broad topics) to 1 (many fine ones); 0.5 if nobody said. */
  readonly detail: number;
  readonly seed: number;
}

/** What somebody decided about topics; each run heeds it. */
export type TopicRule =
  /** Topics that are one. */
  | {readonly do: "merge"; readonly topics: readonly string[]; readonly into: string}
  /** A topic that is several: its parts are topics below it. */
  | {readonly do: "split"; readonly topic: string}
  /** Texts, by their ends, that belong together. */
  | {readonly do: "together"; readonly ends: readonly string[]}
  /** A text that belongs into a topic; null: into none. */
  | {readonly do: "move"; readonly end: string; readonly topic: string | null};

/** A word or a phrase that a topic or a text is about. */
export interface Keyword {
  readonly term: string;
  /** More is more telling; they are compared within one list only. */
  readonly weight: number;
}

export interface Topic {
  /** `t1`, `t2` …: never given twice within a set. */
  readonly id: string;
  readonly set: string;
  /** What the machine calls it. */
  readonly label: string;
  /** What somebody calls it instead; null where nobody did. */
  readonly name: string | null;
  readonly keywords: readonly Keyword[];
  /** The broad topic that it is a part of; null of a broad one. */
  readonly parent: string | null;
  /** Texts in it, those of its parts among them. */
  readonly size: number;
  /** A number that stays with it: which colour of the palette it has. */
  readonly colour: number;
  /** Never given up, though a run finds nothing like it. */
  readonly pinned: boolean;
  /** Not shown, and not proposed again. */
  readonly ignored: boolean;
  /** Ends of the texts that are the most like it, and of those between it and another. */
  readonly typical: readonly string[];
  readonly borderline: readonly string[];
}

/** Where a text is. */
export interface TopicMember {
  readonly end: string;
  /** The finest topic; null of an outlier. */
  readonly topic: string | null;
  /** From 0 to 1: how much it belongs there. */
  readonly strength: number;
}

/** A set as it is kept. */
export interface TopicSetRecord extends TopicSet {
  /** Which members count: each run leaves those before it as they are, so that undo can go back to them. */
  readonly run: string;
  /** The next number that an id gets. */
  readonly nextId: number;
  /** What the run before had, and this one found no more. */
  readonly gone: readonly {readonly label: string; readonly size: number}[];
  /** Texts of the run before that this one put into another topic, or into none. */
  readonly moved?: number;
}

/** A topic as it is kept. */
export interface TopicRecord {
  /** By which it is the end of an edge (`toTopicEnd`). */
  readonly id: string;
  readonly set: string;
  readonly topic: Topic;
  /** Its size in the run before; null where it is new. */
  readonly former: number | null;
  /** Keywords that it got and lost since; left out where they are the same. */
  readonly words?: WordChange;
}

/** Keywords that came and went from one run to the next, best first. */
export interface WordChange {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** Some of the members of a run, packed: the arrays are as long as each other. */
export interface TopicMembersBlock {
  readonly id: string;
  readonly set: string;
  readonly run: string;
  readonly ends: readonly string[];
  /** The topics of the block, and of each text which of them it is in; -1 of an outlier. */
  readonly topics: readonly string[];
  readonly places: readonly number[];
  readonly strengths: readonly number[];
}

/** What the end of an edge says of a topic: behind the last slash stands its own id. */
export function toTopicEnd({set, id}: Pick<Topic, "set" | "id">): string {
  return `${set}/${id}`;
}

/** The set and the topic that such an end names. */
export function fromTopicEnd(end: string): Pick<Topic, "set" | "id"> {
  const at = end.lastIndexOf("/");
  return {set: end.slice(0, Math.max(0, at)), id: end.slice(at + 1)};
}

/** The name that people read. */
export function toTopicTitle({name, label}: Pick<Topic, "name" | "label">): string {
  return name ?? label;
}
