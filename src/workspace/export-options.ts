/** How an export is watched and stopped. */
export interface ExportOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called now and then with the rows written so far, out of all. */
  readonly onProgress?: ((rows: number, total: number) => void) | undefined;
}
