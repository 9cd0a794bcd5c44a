import {strToU8, zipSync} from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export interface WorkbookSpec {
  /** The XML of each sheet's `sheetData`, by the sheet's name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: readonly string[];
  /** Format codes; a cell with `s="1"` has the first of them. */
  readonly formats?: readonly string[];
  readonly isFrom1904?: boolean;
  /** Names of sheets that are charts. */
  readonly charts?: readonly string[];
  /** XML behind the `sheetData` of each sheet. */
  readonly rest?: string;
}

/** A workbook as Excel writes it, as small as can be. */
export function makeWorkbook({
  sheets,
  strings = [],
  formats = [],
  isFrom1904 = false,
  charts = [],
  rest = ""
}: WorkbookSpec): Uint8Array {
  const names = [...Object.keys(sheets), ...charts];
  const files: Record<string, string> = {
    "[Content_Types].xml": toContentTypes(names, charts),
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr${isFrom1904 ? ' date1904="1"' : ""}/><sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}">${names
      .map((name, i) => {
        const type = charts.includes(name) ? "chartsheet" : "worksheet";
        return `<Relationship Id="s${i}" Type="${LINKS}/${type}" Target="worksheets/sheet${i}.xml"/>`;
      })
      .join("")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${strings.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`)
      .join("")}</numFmts><cellXfs><xf numFmtId="0"/>${formats
      .map((_, i) => `<xf numFmtId="${164 + i}"/>`)
      .join("")}<xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>`
  };
  Object.values(sheets).forEach((data, i) => {
    files[`xl/worksheets/sheet${i}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${rest}</worksheet>`;
  });
  charts.forEach((_, i) => {
    files[`xl/worksheets/sheet${Object.keys(sheets).length + i}.xml`] =
      `<chartsheet xmlns="${MAIN}"><sheetViews/></chartsheet>`;
  });
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]))
  );
}

function toContentTypes(names: readonly string[], charts: readonly string[]): string {
  const part = (path: string, type: string): string =>
    `<Override PartName="/xl/${path}.xml" ContentType="${SHEET_TYPE}.${type}+xml"/>`;
  const sheets = names.map((name, i) =>
    part(`worksheets/sheet${i}`, charts.includes(name) ? "chartsheet" : "worksheet")
  );
  return `<Types xmlns="${TYPES}">${part("workbook", "sheet.main")}${part("styles", "styles")}${part("sharedStrings", "sharedStrings")}${sheets.join("")}</Types>`;
}

/** A row of cells: text inline, numbers, nothing for null, or a cell's XML as it is. */
export function makeRow(...cells: readonly (string | number | null)[]): string {
  return `<row>${cells
    .map((cell) => {
      if (cell === null) return "<c/>";
      if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
      return cell.startsWith("<c") ? cell : `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
    })
    .join("")}</row>`;
}
