import {createHash} from "node:crypto";
import {expect, test} from "vitest";
import {Sha256} from "../../src/lib/sha256.ts";

test.each([0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 100_003])(
  "Sha256 of %i bytes is that of the platform",
  (length) => {
    const bytes = Uint8Array.from({length}, (_, i) => (i * 31 + (i >> 8)) & 0xff);
    const expected = createHash("sha256").update(bytes).digest("hex");
    expect(new Sha256().update(bytes).digest()).toBe(expected);
  }
);

test("Sha256.update(bytes) in pieces of any length gives what it gives at once", () => {
  const bytes = Uint8Array.from({length: 5000}, (_, i) => i % 251);
  const expected = new Sha256().update(bytes).digest();
  for (const size of [1, 7, 63, 64, 65, 1000]) {
    const hash = new Sha256();
    for (let i = 0; i < bytes.length; i += size) hash.update(bytes.subarray(i, i + size));
    expect(hash.digest()).toBe(expected);
  }
});
