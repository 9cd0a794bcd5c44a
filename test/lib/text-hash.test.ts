import {expect, test} from "vitest";
import {hashText} from "../../src/lib/text-hash.ts";

test("hashText(text) is SHA-256 where cryptography is allowed", async () => {
  expect(await hashText("abc")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  );
});

test("hashText(text) without cryptography is another hash, the same each time and different for different texts", async () => {
  const plain = (text: string) => hashText(text, null as never);
  expect(await plain("abc")).toBe(await plain("abc"));
  const hashes = await Promise.all(Array.from({length: 20_000}, (_, i) => plain(`text ${i}`)));
  expect(new Set(hashes).size).toBe(20_000);
  expect(new Set(hashes.map(({length}) => length))).toEqual(new Set([28]));
});
