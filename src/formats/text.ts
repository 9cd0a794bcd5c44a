import {parse as parseYaml} from "yaml";
import {toMessage} from "../lib/errors.ts";
import {toStem} from "../lib/path-names.ts";
import {decodeText} from "../lib/text-encoding.ts";
import type {Format} from "../model/format.ts";
import type {Problem} from "../model/problem.ts";
import type {DataTable, Reading} from "../model/table.ts";
import {toJsonText} from "./json-write.ts";
import {refuse, toRefusal} from "./refusal.ts";

const FRONT_MATTER = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const HEADING = /^(?:#{1,6}[ \t]+(.+?)[ \t#]*|(\S.*)\r?\n=+[ \t]*)$/m;
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
/** A YAML alias may stand for a tree of aliases; this many are taken for an attack. */
const MAX_ALIASES = 100;

/** Markdown: one row with path, title, front matter as JSON, text and the number of words. */
export const markdown: Format = {
  name: "markdown",
  extensions: ["md", "markdown", "mdx", "qmd", "rmd"],
  read(bytes, {path}): Reading {
    return read(bytes, path, (text) => {
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
      const title = toTitle(frontMatter) ?? findHeading(body) ?? toStem(path);
      return {
        table: toTextTable([
          ["path", path],
          ["title", title],
          ["front_matter", frontMatter === null ? null : toJsonText(frontMatter)],
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
  read(bytes, {path}): Reading {
    return read(bytes, path, (text) => ({
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
  path: string,
  toRow: (text: string) => {table: DataTable; problems: Problem[]}
): Reading {
  try {
    const {text, encoding} = decodeText(bytes);
    if (text.includes("\u0000")) return refuse(path, "no text: it has zero bytes in it");
    const {table, problems} = toRow(text);
    return {tables: [table], problems, details: {encoding}};
  } catch (error) {
    return refuse(path, toRefusal(error));
  }
}

/** One row of texts and its number of words. */
export function toTextTable(
  row: readonly (readonly [string, string | number | null])[]
): DataTable {
  return {
    name: "",
    columns: row.map(([name, value]) => ({
      name,
      type: name === "words" ? "BIGINT" : "VARCHAR",
      values: [value]
    }))
  };
}

function toTitle(frontMatter: unknown): string | undefined {
  if (typeof frontMatter !== "object" || frontMatter === null || !("title" in frontMatter))
    return undefined;
  const {title} = frontMatter;
  return typeof title === "string" || typeof title === "number" ? String(title) : undefined;
}

function findHeading(body: string): string | undefined {
  const [, atx, setext] = HEADING.exec(body) ?? [];
  return atx ?? setext?.trim();
}

/** How many words a text has, in any script that parts them. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
