/** What a note says of itself besides its text. */
export interface NoteProperties {
  readonly tags: readonly string[];
  readonly aliases: readonly string[];
  /** Logseq's `key:: value` at the beginning of a page; the keys in lower case. */
  readonly page: Readonly<Record<string, string>>;
  readonly date: Date | null;
}

const PROPERTY = /^\s*(?:[-*]\s+)?([\p{L}][\p{L}\p{N}_-]*)::[ \t]*(.*)$/u;
/** `2024-05-06` of Obsidian, `2024_05_06` of Logseq, in the name of a note. */
const DATE = /(?<!\d)(\d{4})[-_](\d\d)[-_](\d\d)(?!\d)/;

/** The properties of a note: of its front matter, of its first lines, and of its name. */
export function toProperties(frontMatter: unknown, text: string, path: string): NoteProperties {
  const matter = isObject(frontMatter) ? frontMatter : {};
  const page = toPageProperties(text);
  const name = path.slice(path.lastIndexOf("/") + 1);
  return {
    page,
    tags: [...toList(matter.tags), ...toList(matter.tag), ...toList(page.tags)].map((tag) =>
      tag.replace(/^#/, "")
    ),
    aliases: [...toList(matter.aliases), ...toList(matter.alias), ...toList(page.alias)],
    date: toDate(matter.date) ?? toDate(matter.created) ?? toDate(name)
  };
}

/** The properties above the first line that is none. */
function toPageProperties(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const line of text.trimStart().split(/\r\n|\n|\r/)) {
    const [, key, value] = PROPERTY.exec(line) ?? [];
    if (key === undefined || value === undefined) break;
    found[key.toLowerCase()] = value.trim();
  }
  return found;
}

/** A list, or a text with commas; `[[…]]` around an item is a link, not a part of its name. */
function toList(value: unknown): string[] {
  const items = Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : [];
  return items
    .filter((item) => typeof item === "string" || typeof item === "number")
    .map((item) =>
      String(item)
        .trim()
        .replace(/^#?\[\[(.*)\]\]$/, "$1")
    )
    .filter((item) => item !== "");
}

function toDate(value: unknown): Date | null {
  if (typeof value !== "string") return null;
  const [, year, month, day] = DATE.exec(value) ?? [];
  if (day === undefined) return null;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day) ? null : date;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
