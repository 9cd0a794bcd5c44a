import type {Format} from "../model/format.ts";
import {toMailTable} from "./mail-table.ts";
import type {MboxMessage} from "./mbox-split.ts";
import {splitMbox} from "./mbox-split.ts";

/** Messages are handed over when they have so many bytes together. */
const BATCH_BYTES = 8 * 1024 * 1024;

/** A mailbox, message by message; the connector `mail` decodes them. */
export const mbox: Format = {
  name: "mbox",
  extensions: ["mbox", "mbx"],
  async stream(source, sink, {path, signal}) {
    let batch: MboxMessage[] = [];
    let bytes = 0;
    let count = 0;
    for await (const message of splitMbox(source.stream())) {
      signal?.throwIfAborted();
      batch.push(message);
      ++count;
      bytes += message.bytes.length;
      if (bytes < BATCH_BYTES) continue;
      await sink.write(toMailTable(batch));
      batch = [];
      bytes = 0;
    }
    if (batch.length > 0) await sink.write(toMailTable(batch));
    if (count > 0) return {problems: []};
    return {
      problems: [{file: path, where: "", what: "no mailbox: no line that separates messages"}]
    };
  }
};
