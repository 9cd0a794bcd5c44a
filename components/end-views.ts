import type {End, Entry, Store, Topic} from "../src/index.ts";
import {fromTopicEnd, toEnd, toTopicTitle} from "../src/index.ts";
import {entryHref, tableHref, topicHref} from "./links.ts";
import {toRowPlace} from "./row-place.ts";

/** An end of an edge as people read it. */
export interface EndView {
  readonly kind: End["kind"];
  readonly title: string;
  /** What it is: an entry's type by name, else a word. */
  readonly type: string;
  /** Where it can be seen; undefined where it is no more. */
  readonly href: string | undefined;
  readonly entry: Entry | undefined;
}

/** What stands at these ends, by their text. An entry that was removed is named as it was last. */
export async function readEndViews(
  store: Store,
  ends: Iterable<string>
): Promise<Map<string, EndView>> {
  const texts = [...new Set(ends)];
  const ids = texts.filter((text) => toEnd(text)?.kind === "entry");
  const entries = new Map((await store.entries.getAll(ids)).map((entry) => [entry.id, entry]));
  const views = await readTopicViews(store, texts);
  for (const text of texts) {
    const entry = entries.get(text);
    if (views.has(text)) continue;
    if (entry) views.set(text, toEntryView(entry));
    else views.set(text, toEndView(toEnd(text)) ?? (await readRemovedView(store, text)));
  }
  return views;
}

export function toEntryView(entry: Entry): EndView {
  const {title, type} = entry;
  return {kind: "entry", title, type, href: entryHref(entry), entry};
}

/** Of what is no entry; undefined for an entry, which the store must be asked for. */
export function toEndView(end: End | undefined): EndView | undefined {
  switch (end?.kind) {
    case "row":
      return {
        kind: "row",
        title: toRowPlace(end.table, end.row),
        type: "lake row",
        href: tableHref(end.table),
        entry: undefined
      };
    case "topic":
      return {
        kind: "topic",
        title: end.id,
        type: "topic",
        href: topicHref(fromTopicEnd(end.id)),
        entry: undefined
      };
    case "document": {
      const title = end.place === "" ? end.id : `${end.id}, ${end.place}`;
      return {kind: "document", title, type: "document", href: undefined, entry: undefined};
    }
    default:
      return undefined;
  }
}

/** Topics by the name that they have now. */
async function readTopicViews(
  store: Store,
  texts: readonly string[]
): Promise<Map<string, EndView>> {
  const textOf = new Map<string, string>();
  for (const text of texts) {
    const end = toEnd(text);
    if (end?.kind === "topic") textOf.set(end.id, text);
  }
  if (textOf.size === 0) return new Map();
  const found = await store.topics.getAll([...textOf.keys()]);
  return new Map(found.map(({id, topic}) => [textOf.get(id)!, toTopicView(topic)]));
}

export function toTopicView(topic: Topic): EndView {
  const title = toTopicTitle(topic);
  return {kind: "topic", title, type: "topic", href: topicHref(topic), entry: undefined};
}

async function readRemovedView(store: Store, id: string): Promise<EndView> {
  const [last] = await store.history.of("entries", id, {limit: 1});
  const {title = id, type = "removed"} = last?.before ?? {};
  return {kind: "entry", title, type, href: undefined, entry: undefined};
}
