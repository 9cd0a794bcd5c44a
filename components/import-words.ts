import type {BatchCounts, ImportItem, ParseOptions, Rollback} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import {isDelimited, isSheet, toFormatLabel} from "./import-formats.ts";

/** Marks that nobody can see, or that people call by a name. */
const MARKS: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
  " ": "space",
  ":": "colon",
  "": "none"
};

/** What a delimiter is called: "semicolon", "::". */
export function nameMark(mark: string): string {
  return MARKS[mark] ?? mark;
}

/** The name of a table in a file: "budget.xlsx › Sheet 2". */
export function nameItem({file, inner}: Pick<ImportItem, "file" | "inner">): string {
  return inner === "" ? file : `${file} › ${inner}`;
}

/** How an item was read, in one line: "CSV · Windows-1252 · semicolon · header in line 4 · 1,204 rows · joins expenses". */
export function describeItem(item: ImportItem): string {
  const {format, connector, parse, columns, recipe, joins, mode} = item;
  return [
    connector ?? toFormatLabel(format),
    parse.encoding && nameEncoding(parse.encoding),
    isDelimited(format) && parse.delimiter !== undefined && nameMark(parse.delimiter),
    (isDelimited(format) || isSheet(format)) && nameHeader(parse, isSheet(format) ? "row" : "line"),
    nameRows(item),
    formatCounted(columns.length, "column"),
    mode === "in-place"
      ? `queried as ${recipe.target}`
      : joins
        ? `joins ${recipe.target}`
        : `new table ${recipe.target}`
  ]
    .filter((text) => typeof text === "string" && text !== "")
    .join(" · ");
}

/** How many rows an item has; of a large file only the first are counted. */
export function nameRows({rows, isSample}: Pick<ImportItem, "rows" | "isSample">): string {
  return isSample ? `more than ${formatCounted(rows, "row")}` : formatCounted(rows, "row");
}

function nameEncoding(label: string): string {
  return /^(utf|iso|gb|big|koi|euc)/i.test(label)
    ? label.toUpperCase()
    : label.replace(/^./, (first) => first.toUpperCase());
}

function nameHeader({header, skip = 0}: ParseOptions, line: string): string {
  if (header === undefined) return "";
  if (header === 0) return "no header";
  if (header === 1) return `header in ${line} ${formatCount(skip + 1)}`;
  return `header in ${line}s ${formatCount(skip + 1)} to ${formatCount(skip + header)}`;
}

/** "128 new, 3 changed, 1,073 the same, 2 refused"; what is nothing is left out, unless all is. */
export function describeCounts({added, changed, unchanged, refused}: BatchCounts): string {
  const parts = [
    [added, "new"],
    [changed, "changed"],
    [unchanged, "the same"],
    [refused, "refused"]
  ] as const;
  const said = parts.filter(([count]) => count > 0);
  if (said.length === 0) return "no rows";
  return said.map(([count, word]) => `${formatCount(count)} ${word}`).join(", ");
}

/** What a rollback does, in one sentence. */
export function describeRollback({removed, restored, kept}: Rollback, isDone = false): string {
  const said = [
    removed > 0 && `${formatCounted(removed, "row")} ${isDone ? "went" : "will go"}`,
    restored > 0 &&
      `${formatCounted(restored, "row")} ${isDone ? "got" : "will get"} an earlier value again`,
    kept > 0 &&
      `${formatCounted(kept, "row")} ${isDone ? "kept" : kept === 1 ? "keeps" : "keep"} the value of a later batch`
  ].filter((text) => text !== false);
  return said.length === 0 ? `No row ${isDone ? "was" : "will be"} different` : said.join(", ");
}

/** What the button says that imports all of these: "Import 1,204 rows, query 1 table in place". */
export function describeCommit(items: readonly ImportItem[]): string {
  const copied = items.filter(({mode}) => mode === "import");
  const inPlace = items.length - copied.length;
  const rows = copied.reduce((sum, item) => sum + item.rows, 0);
  const isSample = copied.some((item) => item.isSample);
  const query = `query ${formatCounted(inPlace, "table")} in place`;
  if (copied.length === 0) return inPlace === 0 ? "Import" : `Q${query.slice(1)}`;
  const start = `Import ${nameRows({rows, isSample})}`;
  return inPlace === 0 ? start : `${start}, ${query}`;
}
