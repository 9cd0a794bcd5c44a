import {toBlobSource} from "../../model/bytes.ts";
import type {KeptBytes} from "../../store/kept-bytes.ts";
import type {Store} from "../../store/store.ts";
import {toBytesPath, toRecordsPath} from "./layout.ts";
import type {ArchivePart} from "./write-archive.ts";

/** All that a store keeps, as files of an archive; `files` are the bytes of imported files, where they come along. */
export async function* toStoreParts(
  store: Store,
  {files, onRecords}: {files?: KeptBytes | undefined; onRecords: (count: number) => void}
): AsyncIterable<ArchivePart> {
  const {archive} = store;
  const counts = await archive.counts();
  for (const table of archive.tables) {
    if (counts[table] === 0) continue;
    const records = counted(archive.scan(table), onRecords);
    yield {path: toRecordsPath(table), records};
  }
  for (const {sha256} of await store.attachments.list()) {
    const file = await store.attachments.get(sha256);
    if (file)
      yield {path: toBytesPath("attachments", sha256), bytes: toBlobSource("", file).stream()};
  }
  if (!files) return;
  for (const {sha256} of await store.batches.files()) {
    const file = await files.get(sha256);
    if (file) yield {path: toBytesPath("files", sha256), bytes: toBlobSource("", file).stream()};
  }
}

async function* counted(
  chunks: AsyncIterable<readonly unknown[]>,
  onRecords: (count: number) => void
): AsyncIterable<readonly unknown[]> {
  for await (const chunk of chunks) {
    onRecords(chunk.length);
    yield chunk;
  }
}
