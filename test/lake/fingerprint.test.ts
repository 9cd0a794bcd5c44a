import {createHash} from "node:crypto";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {fingerprint} from "../../src/lake/fingerprint.ts";
import {RawFolder} from "./raw-folder.ts";

const BLOCK = 1 << 20;

test.each<[string, Uint8Array]>([
  ["nothing", Buffer.from("")],
  ["text", Buffer.from("é 中 😀")],
  ["more than a block", Buffer.alloc(3 * BLOCK + 1, "a")]
])("fingerprint(path) hashes %s", async (_, bytes) => {
  const path = join(new RawFolder().raw, "file");
  writeFileSync(path, bytes);
  expect(await fingerprint(path)).toBe(createHash("sha256").update(bytes).digest("hex"));
});
