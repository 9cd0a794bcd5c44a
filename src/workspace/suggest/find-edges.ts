import {toLabel} from "../../model/entry-type.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {EdgeKind} from "../../model/edge.ts";
import type {Entry} from "../../model/entry.ts";
import type {FieldSchema} from "../../model/schema.ts";
import type {SuggestionDraft} from "../../store/suggestions.ts";
import {MENTIONS, chooseKind, isSpecific} from "./choose-kind.ts";
import type {Mention, Named, TitleIndex} from "./title-index.ts";

const SAME_AS_TITLE = "a field equals a title";
const MENTION = "a text mentions a title";
/** Characters around a mention that are quoted. */
const QUOTED = 40;
const MAX_WHOLE_LENGTH = 200;
const MAX_PER_ENTRY = 20;
/** Texts that say what they are and name nothing. */
const DUMB_FORMATS = ["date", "date-time", "time", "duration", "uri", "url", "email"];
const DUMB_KINDS = ["clock", "span", "colour"];

export interface EdgeFinder {
  readonly index: TitleIndex;
  readonly kinds: readonly EdgeKind[];
  readonly types: ReadonlyMap<string, EntryType>;
  /** Whether two entries are joined already, in whatever way. */
  readonly isJoined: (a: string, b: string) => boolean;
}

/** The edges that the texts of an entry tell of, at most one to each other entry. */
export function findEdges(entry: Entry, finder: EdgeFinder): SuggestionDraft[] {
  const found = new Map<string, SuggestionDraft>();
  const type = finder.types.get(entry.type);
  const add = (draft: SuggestionDraft, {id}: Named): void => {
    const known = found.get(id);
    if (!known || known.score < draft.score) found.set(id, draft);
  };
  const isOther = ({id}: Named): boolean => id !== entry.id && !finder.isJoined(entry.id, id);
  for (const {name, text, schema} of toFieldTexts(entry, type)) {
    const field = {name, label: schema.title ?? toLabel(name)};
    const isTitle = name === type?.titleField;
    if (text.length <= MAX_WHOLE_LENGTH)
      for (const named of finder.index.findNamed(text))
        if (isOther(named) && named.type !== entry.type)
          add(toSameDraft(entry, named, {field, text, isTitle}, finder), named);
    if (isTitle) continue; // what a title holds of other titles says little: "Box 1" and "Box 1 left"
    for (const mention of finder.index.findMentions(text))
      if (isOther(mention.named) && !found.has(mention.named.id))
        add(toMentionDraft(entry, mention, {label: field.label, text}, finder), mention.named);
  }
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, MAX_PER_ENTRY);
}

/** A text that an entry has, and what is said of its field. */
export interface FieldText {
  readonly name: string;
  readonly text: string;
  readonly schema: FieldSchema;
}

/** The texts of an entry that can name something. */
export function toFieldTexts({fields}: Entry, type: EntryType | undefined): FieldText[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const properties = type?.schema.properties;
    const schema = (properties && Object.hasOwn(properties, name) && properties[name]) || {};
    const kind = schema["x-lakebook"]?.kind ?? "";
    if (DUMB_FORMATS.includes(schema.format ?? "") || DUMB_KINDS.includes(kind)) return [];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((text) =>
      typeof text === "string" && text.trim() !== "" ? [{name, text, schema}] : []
    );
  });
}

function toSameDraft(
  entry: Entry,
  named: Named,
  {field, text, isTitle}: {field: {name: string; label: string}; text: string; isTitle: boolean},
  {kinds, types}: EdgeFinder
): SuggestionDraft {
  const {kind, isTurned} = chooseKind(kinds, {field: field.name, from: entry.type, to: named.type});
  const [from, to] = isTurned ? [named.id, entry.id] : [entry.id, named.id];
  const weight = isTitle ? 0.55 : 0.9;
  const label = types.get(named.type)?.label ?? named.type;
  const evidence = [
    {what: `${field.label} is “${text.trim()}”, which is the name of a ${label}`, weight},
    ...(isSpecific(kind)
      ? [{what: `“${kind.label}” is made for these two types`, weight: 0.05}]
      : [])
  ];
  const score = Math.min(
    1,
    evidence.reduce((sum, one) => sum + one.weight, 0)
  );
  return {
    kind: "edge",
    ends: [from, to],
    proposal: {do: "edge", kind: kind.name, from, to},
    score,
    evidence,
    method: SAME_AS_TITLE
  };
}

function toMentionDraft(
  entry: Entry,
  {named, start, end, words}: Mention,
  {label, text}: {label: string; text: string},
  {kinds}: EdgeFinder
): SuggestionDraft {
  const kind = kinds.find(({name}) => name === MENTIONS.name) ?? MENTIONS;
  // a name of several words is hardly there by chance
  const score = words === 1 ? 0.5 : Math.min(0.8, 0.6 + words * 0.05);
  return {
    kind: "edge",
    ends: [entry.id, named.id],
    proposal: {do: "edge", kind: kind.name, from: entry.id, to: named.id},
    score,
    evidence: [{what: `${label}: ${quote(text, start, end)}`, weight: score}],
    method: MENTION
  };
}

/** The place in a text, with a little around it. */
export function quote(text: string, start: number, end: number): string {
  const [from, to] = [Math.max(0, start - QUOTED), Math.min(text.length, end + QUOTED)];
  const line = text.slice(from, to).replace(/\s+/g, " ");
  return `“${from > 0 ? "…" : ""}${line}${to < text.length ? "…" : ""}”`;
}
