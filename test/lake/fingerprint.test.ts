import {createHash} from "node:crypto";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {fingerprint, fingerprintBytes} from "../../src/lake/fingerprint.ts";
import {RawFolder} from "./raw-folder.ts";

const BLOCK = 1 << 20;

test.each<[string, Uint8Array, boolean]>([
  ["nothing", Buffer.from(""), true],
  ["text", Buffer.from("é 中 😀"), true],
  ["a character over the end of a block", Buffer.from(`${"a".repeat(BLOCK - 2)}😀 and on`), true],
  ["characters over two ends", Buffer.from("中".repeat(BLOCK)), true],
  ["a character cut at the end", Buffer.from("é").subarray(0, 1), false],
  [
    "a strange byte late",
    Buffer.concat([Buffer.alloc(3 * BLOCK, "a"), Buffer.from([0xe9, 0x20])]),
    false
  ]
])("fingerprint(path) hashes %s, and knows whether it is UTF-8", async (_, bytes, isUtf8) => {
  const path = join(new RawFolder().raw, "file");
  writeFileSync(path, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect(await fingerprint(path)).toEqual({sha256, isUtf8});
  expect(fingerprintBytes(bytes)).toEqual({sha256, isUtf8});
});
