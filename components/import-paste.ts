import type {ImportFile} from "../src/index.ts";

/** A table in the clipboard's text as a file; rows of a spreadsheet come with tabs between the cells. */
export function toPastedFile(text: string, name: string): ImportFile {
  const stem = name.trim().replace(/[\\/:*?"<>|]+/g, " ") || "pasted";
  return {
    path: `${stem}.${toExtension(text)}`,
    blob: new Blob([text], {type: "text/plain;charset=utf-8"})
  };
}

/** Only a hint: what the text is decides its content. */
function toExtension(text: string): string {
  const start = text.trimStart();
  if (/^[[{]/.test(start)) return "json";
  if (start.startsWith("<")) return "xml";
  return start.includes("\t") ? "tsv" : "csv";
}

/** What a pasted text looks like: its lines, and the cells of the first one where tabs divide it. */
export function describePaste(text: string): {lines: number; cells: number} {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  return {lines: lines.length, cells: lines[0]?.split("\t").length ?? 0};
}
