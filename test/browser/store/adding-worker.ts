import {openStore} from "../../../src/store/store.ts";

/** Adds many books in one write and tells how far it is. */
self.onmessage = async ({data: {name, count}}: MessageEvent<{name: string; count: number}>) => {
  const store = await openStore({name});
  const drafts = Array.from({length: count}, (_, i) => ({
    type: "book",
    fields: {title: `Book ${i}`}
  }));
  await store.entries.addAll(drafts, {onProgress: (done) => self.postMessage(done)});
  self.postMessage("done");
};
