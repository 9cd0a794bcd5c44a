import type {Format} from "../model/format.ts";
import type {Problem} from "../model/problem.ts";
import type {DataTable, Reading} from "../model/table.ts";
import {refuse, toRefusal} from "./refusal.ts";
import {toSheetTable} from "./sheet.ts";
import {readCells, readSharedStrings} from "./xlsx-cells.ts";
import {readNumberStyles} from "./xlsx-dates.ts";
import {XlsxPackage} from "./xlsx-package.ts";
import {parseXml} from "./xml-tree.ts";

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];

/** Excel workbooks: each sheet a table, hidden ones too; a sheet that cannot be read is a problem, and the others are read. */
export const xlsx: Format = {
  name: "xlsx",
  extensions: ["xlsx", "xlsm", "xltx", "xltm"],
  read(bytes, {path}): Reading {
    if (OLE_SIGNATURE.every((byte, i) => bytes[i] === byte))
      return refuse(path, "workbook with a password, or of an Excel before 2007: save it as .xlsx");
    try {
      return readWorkbook(bytes, path);
    } catch (error) {
      return refuse(path, `no workbook that can be read: ${toRefusal(error)}`);
    }
  }
};

function readWorkbook(bytes: Uint8Array, path: string): Reading {
  const workbook = new XlsxPackage(bytes);
  const strings = workbook.text(workbook.findPart("sharedStrings"));
  const styles = workbook.text(workbook.findPart("styles"));
  const context = {
    strings: strings === undefined ? [] : readSharedStrings(strings),
    styles: styles === undefined ? [] : readNumberStyles(parseXml(styles)),
    isFrom1904: workbook.isFrom1904
  };
  const tables: DataTable[] = [];
  const problems: Problem[] = [];
  const {sheets} = workbook;
  for (const {name, path: part} of sheets) {
    const note = (what: string): void =>
      void problems.push({file: path, where: `sheet ${name}`, what});
    try {
      const xml = workbook.text(part);
      const table = xml === undefined ? undefined : toSheetTable(name, readCells(xml, context));
      if (table) tables.push(table);
      else note(xml === undefined ? "sheet is missing in the file" : "sheet is empty");
    } catch (error) {
      note(`sheet cannot be read: ${toRefusal(error)}`);
    }
  }
  if (sheets.length === 0) return refuse(path, "no sheet with cells in it");
  return {
    tables: tables.length === 1 ? [{...tables[0]!, name: ""}] : tables,
    problems,
    details: {sheets: sheets.map(({name}) => name)}
  };
}
