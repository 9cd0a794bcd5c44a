import {Parser} from "htmlparser2";

const HIDDEN = new Set(["style", "script", "head", "title", "template"]);
const BLOCKS = new Set(["p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table"]);

/** The text that HTML shows, with a line for each block. */
export function toPlainText(html: string): string {
  const parts: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (HIDDEN.has(name)) ++hidden;
      if (BLOCKS.has(name)) parts.push("\n");
    },
    onclosetag(name) {
      if (HIDDEN.has(name)) --hidden;
    },
    ontext(text) {
      if (hidden === 0) parts.push(text.replace(/\s+/g, " "));
    }
  });
  parser.end(html);
  return parts
    .join("")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
