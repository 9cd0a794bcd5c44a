import type {CellObject, Range, WorkBook, WorkSheet} from "@e965/xlsx";
import {InputError, toMessage} from "../../lib/errors.ts";
import {GuardedBytes} from "./guarded-bytes.ts";

export type {CellObject, Range, WorkBook};

/** A sheet as the library reads it with `dense`: rows of cells, both with gaps. */
export interface DenseSheet {
  readonly cells: readonly (readonly (CellObject | undefined)[] | undefined)[];
  readonly merges: readonly Range[];
  /** Whether it has cells; charts, dialogs and macros have none of their own. */
  readonly isTable: boolean;
}

/** A number as a calendar and a clock show it. */
export interface DateParts {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
  /** The part of a second. */
  readonly u: number;
}

/** How spreadsheets write numbers: the part of the library that it does not declare. */
export interface NumberFormats {
  is_date(format: string): boolean;
  format(format: string, value: number): string;
  parse_date_code(value: number, options: {date1904: boolean}): DateParts | null;
}

export interface Library {
  readonly formats: NumberFormats;
  read(bytes: Uint8Array): WorkBook;
}

const FIRST_OLE_BYTE = 0xd0;

/** SheetJS, loaded when the first workbook is read; for those before 1997 with the character sets of that time. */
export async function loadLibrary(bytes: Uint8Array): Promise<Library> {
  const library = await import("@e965/xlsx");
  if (bytes[0] === FIRST_OLE_BYTE)
    library.set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  return {
    formats: library.SSF as NumberFormats,
    read: (bytes) => {
      try {
        return library.read(GuardedBytes.over(bytes), {
          dense: true,
          cellNF: true,
          cellText: false,
          cellHTML: false
        });
      } catch (error) {
        if (error instanceof InputError) throw error;
        throw new InputError(toReason(error), {cause: error});
      }
    }
  };
}

export function toDenseSheet(sheet: WorkSheet): DenseSheet {
  return {
    cells: sheet["!data"] ?? [],
    merges: sheet["!merges"] ?? [],
    isTable: (sheet["!type"] ?? "sheet") === "sheet"
  };
}

/** The library reports what it expects with `Error`, and stumbles over what it does not. */
function toReason(error: unknown): string {
  const message = toMessage(error);
  if (/password|encrypt/i.test(message)) return "it is encrypted with a password";
  const isReport = error instanceof Error && error.constructor === Error;
  return isReport && message !== "" ? message : "it is broken";
}
