import type {Field} from "../../formats/field-table.ts";
import {toFieldTable} from "../../formats/field-table.ts";
import {toJsonText} from "../../formats/json-write.ts";
import {markdown} from "../../formats/text.ts";
import {toStem} from "../../lib/path-names.ts";
import {decodeText} from "../../lib/text-encoding.ts";
import type {Connector} from "../../model/format.ts";
import type {DataColumn, DataTable} from "../../model/table.ts";
import type {NoteLink} from "./links.ts";
import {findLinks, toNoteKey} from "./links.ts";
import {toProperties} from "./properties.ts";

/** What tells of a folder rather than being a note in it. */
const NO_NOTE = /^(?:readme|license|licence|changelog|contributing|code_of_conduct)\b/i;
const NOTE_KEY = ["path"];
const LINK_KEY = ["from_path", "seq"];

interface LinkRow extends NoteLink {
  readonly path: string;
  readonly seq: number;
}

const LINK_FIELDS: readonly Field<LinkRow>[] = [
  ["from_path", "VARCHAR", ({path}) => path],
  ["from_note", "VARCHAR", ({path}) => toNoteKey(path)],
  ["seq", "BIGINT", ({seq}) => seq],
  ["kind", "VARCHAR", ({kind}) => kind],
  ["target", "VARCHAR", ({target}) => target],
  ["to_note", "VARCHAR", ({kind, target, path}) => toNote(kind, target || path)],
  ["heading", "VARCHAR", ({heading}) => heading],
  ["alias", "VARCHAR", ({alias}) => alias],
  ["line", "BIGINT", ({line}) => line]
];

/** Notes in Markdown, as Obsidian and Logseq keep them, with their links as edges. */
export const vault: Connector = {
  name: "vault",
  label: "Markdown vault (Obsidian, Logseq)",
  formats: ["markdown"],
  extensions: [],
  recognise: ({path, text}) => text !== "" && (!NO_NOTE.test(toStem(path)) || text.includes("[[")),
  tables: [
    {
      name: "notes",
      what:
        "One note. `note` is by what links find it: its name in lower case; `properties` are Logseq's, `front_matter` " +
        "is YAML as JSON.",
      key: NOTE_KEY
    },
    {
      name: "note_links",
      what:
        "One link, embed, tag, block reference or web address in a note. A link leads to a note where " +
        "`note_links.to_note = notes.note`, or `list_contains(notes.names, note_links.to_note)` with titles and aliases; " +
        "where there is none, nobody has written it yet.",
      key: LINK_KEY
    }
  ],
  help: `A vault is a folder of Markdown files.

1. **Obsidian**: the vault's folder itself. **Logseq**: the graph's folder (\`pages\` and \`journals\`; in the database version *Export graph* → *Markdown*).
2. Copy or link it into \`data/raw\`, or drop the folder on any page. Pictures in it are read as pictures.

Each note is a row of \`notes\`, each \`[[link]]\` one of \`note_links\`. Which links lead nowhere:

    SELECT l.from_path, l.target FROM note_links l
    LEFT JOIN notes n ON n.note = l.to_note OR list_contains(n.names, l.to_note)
    WHERE l.kind = 'link' AND n.path IS NULL`,
  async read(bytes, context) {
    const reading = await markdown.read!(bytes, context);
    const [table] = reading.tables;
    if (!table) return reading;
    const {path} = context;
    const {text} = decodeText(bytes);
    const links = findLinks(text).map((link, i) => ({...link, path, seq: i + 1}));
    const notes = addColumns(table, path, links);
    const edges = toFieldTable("note_links", links, LINK_FIELDS, LINK_KEY);
    return {...reading, tables: links.length > 0 ? [notes, edges] : [notes]};
  }
};

/** The table of a note with what a vault knows of it. */
function addColumns(table: DataTable, path: string, links: readonly NoteLink[]): DataTable {
  const get = (name: string): unknown =>
    table.columns.find((column) => column.name === name)?.values[0];
  const title = get("title") as string | null;
  const matter = get("front_matter") as string | null;
  const frontMatter: unknown = matter === null ? null : JSON.parse(matter);
  const {tags, aliases, page, date} = toProperties(frontMatter, get("text") as string, path);
  const inText = links.filter(({kind}) => kind === "tag").map(({target}) => target);
  const names = [toNoteKey(path), ...[title ?? "", page.title ?? "", ...aliases].map(toNoteKey)];
  const added: DataColumn[] = [
    {name: "note", type: "VARCHAR", values: [toNoteKey(path)]},
    {name: "names", type: {list: "VARCHAR"}, values: [unique(names.filter(Boolean))]},
    {name: "aliases", type: {list: "VARCHAR"}, values: [unique(aliases)]},
    {name: "tags", type: {list: "VARCHAR"}, values: [unique([...tags, ...inText])]},
    {name: "date", type: "DATE", values: [date]},
    {
      name: "properties",
      type: "VARCHAR",
      values: [Object.keys(page).length > 0 ? toJsonText(page) : null]
    },
    {
      name: "link_count",
      type: "BIGINT",
      values: [links.filter(({kind}) => kind === "link" || kind === "embed").length]
    }
  ];
  const kept = table.columns.filter(({name}) => !added.some((column) => column.name === name));
  return {name: "notes", columns: [...kept, ...added], key: NOTE_KEY};
}

/** By what a link's end is found: a note by its name, a tag and a block by themselves; an address is no note. */
function toNote(kind: NoteLink["kind"], target: string): string | null {
  if (kind === "url") return null;
  return kind === "link" || kind === "embed" ? toNoteKey(target) : target.toLowerCase();
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
