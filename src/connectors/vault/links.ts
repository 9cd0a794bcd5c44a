import {foldText} from "../../lib/text.ts";

export type LinkKind = "link" | "embed" | "tag" | "block" | "url";

/** A link as a note has it. */
export interface NoteLink {
  readonly kind: LinkKind;
  /** The note, tag, block or address that it leads to, as it is written. */
  readonly target: string;
  readonly heading: string | null;
  readonly alias: string | null;
  /** Counts from 1, from the beginning of the file. */
  readonly line: number;
}

const WIKI = /(!?)\[\[([^[\]|#]*)(#[^[\]|]*)?(?:\|([^[\]]*))?\]\]/g;
const MARKDOWN = /(!?)\[((?:[^[\]]|\\.)*)\]\(\s*(?:<([^>]+)>|([^)\s]+))(?:\s+["'(][^)]*)?\)/g;
const TAG = /(?<![\p{L}\p{N}_/#&(])#([\p{L}\p{N}_][\p{L}\p{N}_/-]*)/gu;
const WIKI_TAG = /#\[\[([^[\]]+)\]\]/g;
const BLOCK = /\(\(([\da-f]{8}-[\da-f-]{27,})\)\)/g;
const BARE_URL = /(?<![("<\w])https?:\/\/[^\s<>)\]]+/g;
const EMBED = /\{\{embed\s*$/;

/**
 * The links of a note: `[[note#heading|alias]]` and `![[embed]]` of Obsidian and Logseq, `[text](note.md)`, tags,
 * block references and web addresses. What stands in code is none.
 */
export function findLinks(text: string): NoteLink[] {
  const links: NoteLink[] = [];
  const lines = text.split(/\r\n|\n|\r/);
  let fence = "";
  lines.forEach((whole, i) => {
    const mark = /^\s*(?:[-*+]\s+)?(`{3,}|~{3,})/.exec(whole)?.[1] ?? "";
    if (fence !== "") {
      if (mark.startsWith(fence)) fence = "";
      return;
    }
    if (mark !== "") fence = mark;
    else findInLine(whole.replace(/(`+)[^`]*?\1/g, ""), i + 1, links);
  });
  return links;
}

type WikiMatch = [
  whole: string,
  mark: string,
  target: string,
  heading: string | undefined,
  alias: string | undefined,
  at: number,
  all: string
];

/** Links in one line, each cut out when it is found, so that none is found twice. */
function findInLine(line: string, number: number, links: NoteLink[]): void {
  const add = (
    kind: LinkKind,
    target: string,
    heading: string | null = null,
    alias: string | null = null
  ): string => {
    if (target.trim() !== "" || heading !== null)
      links.push({
        kind,
        target: target.trim(),
        heading,
        alias: alias?.trim() || null,
        line: number
      });
    return " ";
  };
  line
    .replace(WIKI_TAG, (_, tag: string) => add("tag", tag))
    .replace(WIKI, (...[, mark, target, heading, alias, at, all]: WikiMatch) => {
      const isEmbed = mark === "!" || EMBED.test(all.slice(0, at));
      // in a table the stroke before the alias is written with a backslash
      const note = target.replace(/\\$/, "");
      return add(isEmbed ? "embed" : "link", note, heading?.slice(1).trim() || null, alias ?? null);
    })
    .replace(
      MARKDOWN,
      (_, mark: string, alias: string, bracketed: string | undefined, bare: string | undefined) => {
        const address = bracketed ?? bare ?? "";
        if (/^[a-z][a-z\d+.-]*:/i.test(address)) return add("url", address, null, alias);
        const [path = "", heading] = decode(address).split("#", 2);
        return add(mark === "!" ? "embed" : "link", path, heading || null, alias);
      }
    )
    .replace(BLOCK, (_, block: string) => add("block", block))
    .replace(BARE_URL, (url) => add("url", url.replace(/[.,;:!?]+$/, "")))
    .replace(TAG, (whole, tag: string) => (/^\d+$/.test(tag) ? whole : add("tag", tag)));
}

/**
 * By what a note is found: the last part of its path, without its ending, in lower case and without accents. Of a note
 * and of a link to it this is the same, wherever the note lies.
 */
export function toNoteKey(target: string): string {
  const name =
    target
      .replace(/\/+$/, "")
      .split(/[/\\]|___|%2F/i)
      .at(-1) ?? "";
  return foldText(
    decode(name)
      .replace(/\.(?:md|markdown|mdx|qmd|rmd)$/i, "")
      .trim()
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that means itself
  }
}
