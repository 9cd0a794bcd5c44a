import type {CsvOptions} from "./export-csv.ts";

/** How an export is made, watched and stopped. */
export interface ExportOptions extends CsvOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called now and then with the rows written so far, out of all. */
  readonly onProgress?: ((rows: number, total: number) => void) | undefined;
}
