import type {Change, Edge, EdgeKind, Entry, Store, Suggestion, TopicRecord} from "../src/index.ts";
import {toTopicTitle} from "../src/index.ts";
import type {EndView} from "./end-views.ts";
import {readEndViews, toEntryView} from "./end-views.ts";
import {topicHref} from "./links.ts";

/** A record as the history names it, and where it can be seen. */
export interface RecordName {
  readonly text: string;
  readonly href?: string | undefined;
}

/** What the names of changed records are made of. */
export interface NameSource {
  readonly ends: ReadonlyMap<string, EndView>;
  readonly kinds: ReadonlyMap<string, EdgeKind>;
}

/** The words for the records of a table, one of them. */
export const RECORD_WORDS: Readonly<Record<Change["table"], string>> = {
  entries: "entry",
  edges: "edge",
  types: "type",
  kinds: "edge kind",
  suggestions: "suggestion",
  views: "view",
  topicSets: "topics of a collection",
  topics: "topic"
};

/** Reads what `toRecordName` needs for these changes. */
export async function readNameSource(
  store: Store,
  changes: readonly Change[]
): Promise<NameSource> {
  const kinds = new Map((await store.kinds.list()).map((kind) => [kind.name, kind]));
  const ends = changes.flatMap(({table, id, before, after}) => {
    if (table === "entries") return [id];
    if (table === "edges") return toEnds((after ?? before) as Edge);
    return table === "suggestions" ? ((after ?? before) as Suggestion).ends : [];
  });
  return {kinds, ends: await readEndViews(store, ends)};
}

export function toRecordName(
  {table, id, before, after}: Change,
  {ends, kinds}: NameSource
): RecordName {
  const record = (after ?? before)!;
  const titleOf = (end: string): string => ends.get(end)?.title ?? end;
  switch (table) {
    case "entries":
      // as it was called then; its address is that of now
      return {text: toEntryView(record as Entry).title, href: ends.get(id)?.href};
    case "edges": {
      const {kind, from, to} = record as Edge;
      const label = kinds.get(kind)?.label ?? kind;
      return {text: `${titleOf(from)} ${label} ${titleOf(to)}`, href: ends.get(from)?.href};
    }
    case "suggestions":
      return {text: (record as Suggestion).ends.map(titleOf).join(" – ")};
    case "topics": {
      const {topic} = record as TopicRecord;
      return {text: toTopicTitle(topic), href: topicHref(topic)};
    }
    default:
      return {text: "label" in record ? record.label : "name" in record ? record.name : id};
  }
}

const toEnds = ({from, to}: Edge): readonly string[] => [from, to];
