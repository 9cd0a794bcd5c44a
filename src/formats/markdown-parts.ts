/** What stands in a Markdown text besides words. */
export interface MarkdownParts {
  /** In their order, without their marks. */
  readonly headings: readonly string[];
  /** What `[[links]]` lead to, each once, without heading, block or alias. */
  readonly links: readonly string[];
  /** `#tags` within the text, each once, without the mark. */
  readonly tags: readonly string[];
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?=[ \t]|$)/;
const UNDERLINE = /^ {0,3}=+[ \t]*$/;
const INLINE_CODE = /`[^`]*`/g;
const LINK = /\[\[([^[\]|#^]*)[^[\]]*\]\]/g;
const TAG = /(?<![^\s,;(])#([\p{L}_][\p{L}\p{N}_/-]*)/gu;

/** The parts of a text; what stands in code is none. */
export function findMarkdownParts(text: string): MarkdownParts {
  const headings: string[] = [];
  const links = new Set<string>();
  const tags = new Set<string>();
  let fence: string | undefined;
  let last = "";
  for (const line of text.split(/\r\n|\n|\r/)) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined || mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    const heading = HEADING.exec(line)?.[0];
    const plain = line.replace(INLINE_CODE, " ");
    if (heading !== undefined) headings.push(stripClosing(line.slice(heading.length)));
    else if (UNDERLINE.test(line) && last.trim() !== "") headings.push(last.trim());
    else for (const [, tag] of plain.matchAll(TAG)) tags.add(tag!);
    for (const [, target] of plain.matchAll(LINK))
      if (target!.trim() !== "") links.add(target!.trim());
    last = line;
  }
  return {headings: headings.filter((title) => title !== ""), links: [...links], tags: [...tags]};
}

/** A heading without the marks that may close it: they stand apart. */
function stripClosing(title: string): string {
  const text = title.trim();
  let end = text.length;
  while (text[end - 1] === "#") --end;
  const isClosing = end < text.length && (end === 0 || /\s/.test(text[end - 1]!));
  return isClosing ? text.slice(0, end).trimEnd() : text;
}
