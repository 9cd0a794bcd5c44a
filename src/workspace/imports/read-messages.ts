import type {FileTables, ReadRequest} from "./file-tables.ts";

/** What the page asks of the worker that reads files. `port` leads to the engine. */
export type ReaderRequest = {readonly id: number} & (
  | {readonly kind: "read"; readonly request: ReadRequest; readonly port: MessagePort}
  | {readonly kind: "hash"; readonly blob: Blob}
  | {
      readonly kind: "keep";
      readonly sha256: string;
      readonly blob: Blob;
      readonly folder: readonly string[];
    }
  | {readonly kind: "stop"; readonly reason: "stopped"}
);

/** What a request gives, by its kind. */
export interface ReaderResults {
  readonly read: FileTables;
  readonly hash: string;
  readonly keep: null;
}

/** What the worker answers: how far it is, in bytes, then what it has or why not. */
export type ReaderAnswer = {readonly id: number} & (
  | {readonly kind: "progress"; readonly done: number}
  | {readonly kind: "done"; readonly result: ReaderResults[keyof ReaderResults]}
  | {readonly kind: "failed"; readonly name: string; readonly message: string}
);
