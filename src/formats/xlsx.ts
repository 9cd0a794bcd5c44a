import readWorkbook from "read-excel-file/universal";
import type {Format} from "../model/format.ts";
import type {Problem} from "../model/problem.ts";
import type {DataTable, Reading} from "../model/table.ts";
import {refuse, toRefusal} from "./refusal.ts";
import type {Cell} from "./sheet.ts";
import {toSheetTable} from "./sheet.ts";
import {sumZipSizes} from "./zip-sizes.ts";

/** A workbook that unpacks to more than this is a mistake or an attack. */
const MAX_UNPACKED_BYTES = 2 ** 30;
const OLE_SIGNATURE = 0xe011cfd0;

/** Excel workbooks: each sheet a table, by the sheet's name where there are several; hidden ones too, empty ones not. */
export const xlsx: Format = {
  name: "xlsx",
  extensions: ["xlsx", "xlsm", "xltx", "xltm"],
  async read(bytes, {path}): Promise<Reading> {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length > 8 && view.getUint32(0, true) === OLE_SIGNATURE)
      return refuse(path, "workbook with a password, or of an Excel before 2007: save it as .xlsx");
    const size = sumZipSizes(bytes);
    if (size === undefined) return refuse(path, "no workbook: the zip archive is broken");
    if (size > MAX_UNPACKED_BYTES)
      return refuse(path, `workbook too large: ${Math.round(size / 2 ** 20)} MB unpacked`);
    try {
      const sheets = await readWorkbook(Uint8Array.from(bytes).buffer);
      const problems: Problem[] = [];
      const tables: DataTable[] = [];
      for (const {sheet, data} of sheets) {
        const table = toSheetTable(sheet, data as Cell[][]);
        if (table) tables.push(table);
        else problems.push({file: path, where: `sheet ${sheet}`, what: "sheet is empty"});
      }
      return {tables, problems, details: {sheets: sheets.map(({sheet}) => sheet)}};
    } catch (error) {
      return refuse(path, `no workbook that can be read: ${toRefusal(error)}`);
    }
  }
};
