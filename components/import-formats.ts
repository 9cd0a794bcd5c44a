/** What formats are called, by name, in the order of a menu. */
export const FORMAT_LABELS: Readonly<Record<string, string>> = {
  csv: "CSV",
  json: "JSON",
  ndjson: "NDJSON",
  xml: "XML",
  html: "HTML",
  xlsx: "XLSX",
  xls: "XLS",
  xlsb: "XLSB",
  ods: "ODS",
  parquet: "Parquet",
  arrow: "Arrow",
  sqlite: "SQLite",
  markdown: "Markdown",
  text: "plain text",
  pdf: "PDF",
  image: "image",
  tcx: "TCX",
  gpx: "GPX",
  fit: "FIT",
  ics: "iCalendar",
  vcf: "vCard",
  mbox: "mbox",
  eml: "EML",
  ofx: "OFX",
  qif: "QIF",
  zip: "ZIP",
  gzip: "GZIP"
};

/** Formats of which the lines, not the marks in them, make the table. */
const SHEETS = ["xlsx", "xls", "xlsb", "ods"];
const BINARY = [...SHEETS, "parquet", "arrow", "sqlite", "pdf", "image", "fit", "zip", "gzip"];

export function toFormatLabel(format: string | null): string {
  return format === null ? "unknown" : (FORMAT_LABELS[format] ?? format);
}

export function isDelimited(format: string | null): boolean {
  return format === "csv";
}

export function isSheet(format: string | null): boolean {
  return format !== null && SHEETS.includes(format);
}

/** Whether the file is characters in some encoding. */
export function isTextual(format: string | null): boolean {
  return format !== null && !BINARY.includes(format);
}
