import {parse as parseYaml} from "yaml";
import {toMessage} from "../lib/errors.ts";
import {toStem} from "../lib/path-names.ts";
import type {Format, ReadContext} from "../model/format.ts";
import type {Problem} from "../model/problem.ts";
import type {DataTable, Reading} from "../model/table.ts";
import {decodeBytes} from "./decode.ts";
import {toJsonText} from "./json-write.ts";
import {findMarkdownParts} from "./markdown-parts.ts";
import {isRecord} from "./records.ts";
import {refuse, toRefusal} from "./refusal.ts";

const FRONT_MATTER = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
/** A YAML alias may stand for a tree of aliases; this many are taken for an attack. */
const MAX_ALIASES = 100;

/**
 * Markdown: one row with path, title, front matter as JSON, tags (of the front matter and of the text), headings, what
 * `[[links]]` lead to, text and the number of words.
 */
export const markdown: Format = {
  name: "markdown",
  extensions: ["md", "markdown", "mdx", "qmd", "rmd"],
  read(bytes, context): Reading {
    const {path} = context;
    return read(bytes, context, (text) => {
      const [whole = "", yaml] = FRONT_MATTER.exec(text) ?? [];
      const body = text.slice(whole.length);
      const problems: Problem[] = [];
      let frontMatter: unknown = null;
      try {
        frontMatter = yaml === undefined ? null : parseYaml(yaml, {maxAliasCount: MAX_ALIASES});
      } catch (error) {
        const what = `front matter left out, no YAML: ${toMessage(error).split("\n")[0]}`;
        problems.push({file: path, where: "line 1", what});
      }
      const {headings, links, tags} = findMarkdownParts(body);
      return {
        table: toTextTable([
          ["path", path],
          ["title", toTitle(frontMatter) ?? headings[0] ?? toStem(path)],
          ["front_matter", frontMatter === null ? null : toJsonText(frontMatter)],
          ["tags", [...new Set([...toTags(frontMatter), ...tags])]],
          ["headings", headings],
          ["links", links],
          ["text", body.trim()],
          ["words", countWords(body)]
        ]),
        problems
      };
    });
  }
};

/** Plain text: one row with path, title (the file's name), text and the number of words. */
export const text: Format = {
  name: "text",
  extensions: ["txt", "text", "log"],
  read(bytes, context): Reading {
    const {path} = context;
    return read(bytes, context, (text) => ({
      table: toTextTable([
        ["path", path],
        ["title", toStem(path)],
        ["text", text],
        ["words", countWords(text)]
      ]),
      problems: []
    }));
  }
};

function read(
  bytes: Uint8Array,
  {path, parse}: ReadContext,
  toRow: (text: string) => {table: DataTable; problems: Problem[]}
): Reading {
  try {
    const {text, encoding} = decodeBytes(bytes, parse?.encoding);
    if (text.includes("\u0000")) return refuse(path, "no text: it has zero bytes in it");
    const {table, problems} = toRow(text);
    return {tables: [table], problems, details: {encoding}};
  } catch (error) {
    return refuse(path, toRefusal(error));
  }
}

type TextCell = readonly [name: string, value: string | number | null | readonly string[]];

/** One row of texts and its number of words. */
export function toTextTable(row: readonly TextCell[]): DataTable {
  return {
    name: "",
    columns: row.map(([name, value]) => ({
      name,
      type: Array.isArray(value) ? {list: "VARCHAR"} : name === "words" ? "BIGINT" : "VARCHAR",
      values: [value]
    }))
  };
}

function toTitle(frontMatter: unknown): string | undefined {
  const title = isRecord(frontMatter) ? frontMatter["title"] : undefined;
  return typeof title === "string" || typeof title === "number" ? String(title) : undefined;
}

/** `tags` or `tag`, as a list or as a text with blanks or commas between. */
function toTags(frontMatter: unknown): string[] {
  if (!isRecord(frontMatter)) return [];
  const tags = frontMatter["tags"] ?? frontMatter["tag"];
  const items: unknown[] = Array.isArray(tags)
    ? tags
    : typeof tags === "string"
      ? tags.split(/[\s,]+/)
      : [];
  return items
    .filter((tag) => typeof tag === "string" || typeof tag === "number")
    .map((tag) => String(tag).trim().replace(/^#/, ""))
    .filter((tag) => tag !== "");
}

/** How many words a text has, in any script that parts them. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
