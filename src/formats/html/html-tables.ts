import {Parser} from "htmlparser2";

/** A cell as it stands in the page. */
export interface HtmlCell {
  readonly text: string;
  readonly isHeader: boolean;
  readonly columns: number;
  /** 0 where it goes down to the end. */
  readonly rows: number;
}

export interface HtmlRow {
  readonly cells: readonly HtmlCell[];
  /** Whether it stands in the table's head. */
  readonly isHead: boolean;
}

export interface HtmlTable {
  readonly caption: string;
  readonly rows: readonly HtmlRow[];
}

/** What a page holds. */
export interface HtmlPage {
  readonly title: string;
  /** Nested tables too, each after the one that it stands in; their text is in no cell but their own. */
  readonly tables: readonly HtmlTable[];
  /** All text, a line for each block. */
  readonly text: string;
}

/** The largest spans that the standard allows. */
const MAX_COLUMN_SPAN = 1000;
const MAX_ROW_SPAN = 65_534;
const HIDDEN = new Set(["script", "style", "template", "noscript"]);
const BLOCKS =
  /^(?:address|article|blockquote|br|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)$/;

/** A table while it is being read. */
interface OpenTable {
  caption: string;
  readonly rows: {cells: HtmlCell[]; isHead: boolean}[];
  isHead: boolean;
  /** What text goes to. */
  cell:
    {text: string; readonly tag: string; readonly attributes: Record<string, string>} | undefined;
}

/** Parses a page, however badly written, by `htmlparser2`. */
export function parseHtml(html: string): HtmlPage {
  const tables: OpenTable[] = [];
  const open: OpenTable[] = [];
  let title = "";
  let inTitle = false;
  let hidden = 0;
  const body: string[] = [];
  const add = (text: string): void => {
    const cell = open.at(-1)?.cell;
    if (cell) cell.text += text;
    body.push(text);
  };
  const endCell = (): void => {
    const table = open.at(-1);
    if (!table?.cell) return;
    const {tag, attributes, text} = table.cell;
    table.cell = undefined;
    if (tag === "caption") return void (table.caption = clean(text));
    if (table.rows.length === 0) table.rows.push({cells: [], isHead: table.isHead});
    table.rows.at(-1)!.cells.push({
      text: clean(text),
      isHeader: tag === "th",
      columns: Math.max(1, toSpan(attributes["colspan"], MAX_COLUMN_SPAN)),
      rows: toSpan(attributes["rowspan"], MAX_ROW_SPAN)
    });
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (HIDDEN.has(tag)) ++hidden;
      if (tag === "title") inTitle = true;
      if (BLOCKS.test(tag)) add("\n");
      if (tag === "table") {
        const table: OpenTable = {caption: "", rows: [], isHead: false, cell: undefined};
        tables.push(table);
        open.push(table);
        return;
      }
      const table = open.at(-1);
      if (!table) return;
      if (tag === "thead" || tag === "tbody" || tag === "tfoot") table.isHead = tag === "thead";
      else if (tag === "tr") table.rows.push({cells: [], isHead: table.isHead});
      else if (tag === "td" || tag === "th" || tag === "caption") {
        endCell();
        table.cell = {text: "", tag, attributes};
      }
    },
    ontext(text) {
      if (inTitle) title += text;
      else if (hidden === 0) add(text);
    },
    onclosetag(tag) {
      if (HIDDEN.has(tag)) --hidden;
      if (tag === "title") inTitle = false;
      if (tag === "td" || tag === "th" || tag === "caption" || tag === "tr" || tag === "table")
        endCell();
      if (tag === "thead" && open.length > 0) open.at(-1)!.isHead = false;
      if (tag === "table") open.pop();
      if (BLOCKS.test(tag)) add("\n");
    }
  });
  parser.write(html);
  parser.end();
  return {
    title: clean(title),
    tables,
    text: body
      .join("")
      .split("\n")
      .map(clean)
      .filter((line) => line !== "")
      .join("\n")
  };
}

function clean(text: string): string {
  return text.replace(/[\s\u00a0]+/g, " ").trim();
}

function toSpan(text: string | undefined, most: number): number {
  const span = Number.parseInt(text ?? "1", 10);
  return Number.isNaN(span) || span < 0 ? 1 : Math.min(span, most);
}
