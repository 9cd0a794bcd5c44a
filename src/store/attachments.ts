import type {Attachment} from "../model/schema.ts";
import type {Connection} from "./connection.ts";
import type {BytesOptions} from "./kept-bytes.ts";
import {createKeptBytes, hashBlob} from "./kept-bytes.ts";

const FOLDER = ["lakebook", "attachments"];

/** The files that entries name. The same bytes are kept once, however many entries name them. */
export interface Attachments {
  /** Keeps a file. Throws `UnavailableError` where there is no room. */
  put(file: File, options?: BytesOptions): Promise<Attachment>;
  /** The bytes; undefined where they are not kept here. */
  get(sha256: string): Promise<File | undefined>;
  list(): Promise<{sha256: string; size: number}[]>;
}

export function createAttachments(connection: Connection, name: string): Attachments {
  const bytes = createKeptBytes([...FOLDER, name]);
  return {
    async put(file, options) {
      const sha256 = await hashBlob(file, options);
      await bytes.put(sha256, file, options);
      const {size, type} = file;
      await connection.run((db) => db.attachments.put({sha256, size, added: Date.now()}));
      return {name: file.name, sha256, size, type};
    },
    get: (sha256) => bytes.get(sha256),
    list: () => connection.run((db) => db.attachments.toArray())
  };
}
