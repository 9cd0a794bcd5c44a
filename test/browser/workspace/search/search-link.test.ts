import {expect, test} from "vitest";
import {openSearchWorker} from "../../../../src/workspace/search/search-link.ts";

test("a search worker that cannot be loaded fails each who asks, the first and the next", async () => {
  const link = openSearchWorker(new URL("/no-such-worker.js", location.href).href);
  const ask = () => link.put([]);
  await expect(ask()).rejects.toThrow("worker failed (search)");
  await expect(ask()).rejects.toThrow(
    /could not load \S+; see that the server of this page runs; reload this page$/
  );
  link.close();
});
