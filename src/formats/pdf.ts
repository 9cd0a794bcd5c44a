import {toMessage} from "../lib/errors.ts";
import {toStem} from "../lib/path-names.ts";
import type {Format} from "../model/format.ts";
import type {Problem} from "../model/problem.ts";
import type {Reading} from "../model/table.ts";
import {holdRejections} from "./hold-rejections.ts";
import {refuse} from "./refusal.ts";

/** More pages than any book has. */
const MAX_PAGES = 20_000;
const MAX_NAMED = 10;

/** What a PDF says of itself. */
interface PdfText {
  readonly pages: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  /** Of how many pages it is; more than were read where it is hostile. */
  readonly count: number;
}

/** The text of PDF files: a row for each page. Pictures of text have none. Title, author and the like are in `details`. */
export const pdf: Format = {
  name: "pdf",
  extensions: ["pdf"],
  async read(bytes, {path, signal}): Promise<Reading> {
    let read: PdfText;
    try {
      read = await holdRejections(() => readPdf(bytes, signal));
    } catch (error) {
      signal?.throwIfAborted();
      return refuse(path, toReason(error));
    }
    const {pages, info, count} = read;
    const text = (key: string): string | null => {
      const value = info[key];
      return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
    };
    const numbers = pages.map((_, i) => i + 1);
    const title = text("Title") ?? toStem(path);
    return {
      tables: [
        {
          name: "",
          columns: [
            {name: "path", type: "VARCHAR", values: pages.map(() => path)},
            {name: "title", type: "VARCHAR", values: pages.map(() => title)},
            {name: "page", type: "BIGINT", values: numbers},
            {name: "text", type: "VARCHAR", values: pages}
          ]
        }
      ],
      problems: toProblems(path, pages, count),
      details: {
        title: text("Title"),
        author: text("Author"),
        subject: text("Subject"),
        pages: count
      }
    };
  }
};

async function readPdf(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<PdfText> {
  const {getDocumentProxy} = await import("unpdf");
  // a copy: the library takes the bytes away from whoever gives them
  const document = await getDocumentProxy(bytes.slice(), {verbosity: 0});
  try {
    const {info} = await document.getMetadata();
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); ++number) {
      signal?.throwIfAborted();
      const page = await document.getPage(number);
      const {items} = await page.getTextContent();
      const parts = items.map((item) =>
        "str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""
      );
      pages.push(parts.join("").trim());
      page.cleanup();
    }
    return {pages, info: {...info}, count: document.numPages};
  } finally {
    await document.destroy();
  }
}

function toProblems(file: string, pages: readonly string[], count: number): Problem[] {
  const problems: Problem[] = [];
  const note = (what: string): void => void problems.push({file, where: "", what});
  const empty = pages.flatMap((text, i) => (text === "" ? [i + 1] : []));
  if (empty.length === pages.length) note("no text on any page: it is scanned or drawn");
  else if (empty.length > 0) {
    const named = empty.slice(0, MAX_NAMED).join(", ");
    const more = empty.length > MAX_NAMED ? ` and ${empty.length - MAX_NAMED} more` : "";
    note(`no text on pages ${named}${more}: scanned, drawn or empty`);
  }
  if (count > pages.length) note(`only the first ${pages.length} of ${count} pages were read`);
  return problems;
}

function toReason(error: unknown): string {
  const isLocked = error instanceof Error && error.name === "PasswordException";
  if (isLocked) return "PDF cannot be read: it is encrypted with a password";
  return `PDF cannot be read: ${toMessage(error)}`;
}
