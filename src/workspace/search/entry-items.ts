import type {Entry} from "../../model/entry.ts";
import type {SearchItem} from "./search-item.ts";

/** What is found of an entry: its title, and each field that holds text or numbers. */
export function toEntryItem({id, type, title, fields, tags, updated}: Entry): SearchItem {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    const text = toFieldText(value);
    if (text !== "" && text !== title) texts[name] = text;
  }
  return {kind: "entry", end: id, title, texts, from: type, types: [type], tags, time: updated};
}

function toFieldText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  return Array.isArray(value) ? value.map(toFieldText).filter(Boolean).join("\n") : "";
}
