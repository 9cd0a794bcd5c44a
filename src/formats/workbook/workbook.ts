import {InputError} from "../../lib/errors.ts";
import type {Format, ReadContext} from "../../model/format.ts";
import type {ParseOptions} from "../../model/parse-options.ts";
import type {Problem} from "../../model/problem.ts";
import type {DataTable, Reading} from "../../model/table.ts";
import {refuse, toRefusal} from "../refusal.ts";
import {CellReader} from "./cell.ts";
import {toGrid} from "./grid.ts";
import type {Library, WorkBook} from "./library.ts";
import {loadLibrary, toDenseSheet} from "./library.ts";
import {toSheetTable} from "./sheet-table.ts";
import {unpackWorkbook} from "./unpack-workbook.ts";

/** Of places in a sheet so many are named. */
const MAX_NAMED = 3;

/** Excel workbooks since 2007. */
export const xlsx: Format = createWorkbookFormat("xlsx", ["xlsx", "xlsm", "xltx", "xltm"]);
/** Excel workbooks since 2007 whose sheets are not XML. */
export const xlsb: Format = createWorkbookFormat("xlsb", ["xlsb"]);
/** Excel workbooks before 2007. */
export const xls: Format = createWorkbookFormat("xls", ["xls", "xlt"]);
/** OpenDocument spreadsheets. */
export const ods: Format = createWorkbookFormat("ods", ["ods", "ots"]);

/**
 * A kind of workbook: each sheet a table, hidden ones too; charts are none. Cells with errors are null. A sheet that cannot be read is a problem, and the others are read. `ParseOptions` hold for all
 * sheets; `details.sheets` says of each how it was read.
 */
function createWorkbookFormat(name: string, extensions: readonly string[]): Format {
  return {
    name,
    extensions,
    async read(bytes, context): Promise<Reading> {
      try {
        if (!isZip(bytes) && !isOldWorkbook(bytes)) throw new InputError("it is none");
        const library = await loadLibrary(bytes);
        const {bytes: plain, notes} = isZip(bytes) ? await unpackWorkbook(bytes) : {bytes};
        return readWorkbook(library, library.read(plain), context, notes?.hidden);
      } catch (error) {
        context.signal?.throwIfAborted();
        return refuse(context.path, `workbook cannot be read: ${toRefusal(error)}`);
      }
    }
  };
}

function readWorkbook(
  {formats}: Library,
  workbook: WorkBook,
  {path, parse}: ReadContext,
  hidden: ReadonlySet<number> = new Set()
): Reading {
  const {WBProps, Sheets: properties = []} = workbook.Workbook ?? {};
  const reader = new CellReader(formats, {date1904: WBProps?.date1904 ?? false});
  const tables: DataTable[] = [];
  const problems: Problem[] = [];
  const sheets: {name: string; parse: ParseOptions}[] = [];
  workbook.SheetNames.forEach((name, i) => {
    const note = (what: string): void =>
      void problems.push({file: path, where: `sheet ${name}`, what});
    // the library keeps to itself why
    if (!workbook.Sheets[name]) return note("sheet cannot be read: it is broken or missing");
    const sheet = toDenseSheet(workbook.Sheets[name]);
    if (!sheet.isTable) return;
    if (properties[i]?.Hidden || hidden.has(i))
      note("sheet is hidden: it was read like the others");
    try {
      const grid = toGrid(sheet, reader);
      const read = toSheetTable(name, grid, sheet.merges, parse);
      if (!read) return note("sheet is empty");
      tables.push(read.table);
      sheets.push({name, parse: read.parse});
      if (grid.errors.length > 0) note(`cells with errors are null: ${toList(grid.errors)}`);
      if (read.filled.length > 0)
        note(`value of merged cells stands in each of their rows: ${toList(read.filled)}`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      note(`sheet cannot be read: ${error.message}`);
    }
  });
  if (tables.length === 0 && problems.length === 0)
    return refuse(path, "no sheet with cells in it");
  const [only, ...more] = sheets;
  return {
    tables: tables.length === 1 ? [{...tables[0]!, name: ""}] : tables,
    problems,
    details: {sheets, ...(only && more.length === 0 && {parse: only.parse})}
  };
}

function toList(places: readonly string[]): string {
  const named = places.slice(0, MAX_NAMED).join(", ");
  return places.length <= MAX_NAMED ? named : `${named} and ${places.length - MAX_NAMED} more`;
}

/** A ZIP archive; whether it is a workbook is seen when it is read. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** A compound file of Microsoft's, or a workbook of Excel 2 to 4 as such. */
function isOldWorkbook(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return true;
  return a === 0x09 && (b === 0x00 || b === 0x02 || b === 0x04) && d === 0x00;
}
