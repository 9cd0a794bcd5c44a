import type {ImportFile} from "../src/index.ts";

/** What somebody wants to import: files that are there already, or one of the ways to give some. */
export type ImportRequest = readonly ImportFile[] | "start" | "files" | "folder" | "paste";

/** Somebody wants to import, wherever on the page. */
export class ImportRequestEvent extends Event {
  readonly request: ImportRequest;

  constructor(request: ImportRequest) {
    super("lb-import-request");
    this.request = request;
  }
}

/** Asks the page to import: the import page does so in place, every other page in a dialog. */
export function requestImport(request: ImportRequest = "start"): void {
  document.dispatchEvent(new ImportRequestEvent(request));
}

declare global {
  interface DocumentEventMap {
    "lb-import-request": ImportRequestEvent;
  }
}
