import {expect, onTestFinished, test} from "vitest";
import type {KeptBytes} from "../../../src/store/kept-bytes.ts";
import {createKeptBytes, hashBlob} from "../../../src/store/kept-bytes.ts";

const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

async function freshBytes(): Promise<{bytes: KeptBytes; names: () => Promise<string[]>}> {
  const folder = `test-${crypto.randomUUID()}`;
  const root = await navigator.storage.getDirectory();
  onTestFinished(() => root.removeEntry(folder, {recursive: true}));
  return {
    bytes: createKeptBytes([folder]),
    names: async () => {
      const names: string[] = [];
      const directory = await root.getDirectoryHandle(folder, {create: true});
      for await (const name of directory.keys()) names.push(name);
      return names.sort();
    }
  };
}

test("hashBlob(blob) is SHA-256, of small files and of those that are read in pieces", async () => {
  expect(await hashBlob(new Blob(["abc"]))).toBe(ABC);
  const part = new Uint8Array(1 << 20).fill(7);
  const blob = new Blob(Array.from({length: 257}, () => part));
  const seen: number[] = [];
  const digest = await crypto.subtle.digest("SHA-256", await blob.arrayBuffer());
  const expected = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  expect(await hashBlob(blob, {onProgress: (done) => seen.push(done)})).toBe(expected.join(""));
  expect(seen.at(-1)).toBe(blob.size);
  expect(seen.length).toBeGreaterThan(10);
});

test("put(sha256, blob) keeps the bytes under their hash, and get(sha256) gives them", async () => {
  const {bytes, names} = await freshBytes();
  expect(await bytes.get(ABC)).toBeUndefined();
  await bytes.put(ABC, new Blob(["abc"]));
  await bytes.put(ABC, new Blob(["abc"]));
  expect(await (await bytes.get(ABC))?.text()).toBe("abc");
  expect(await names()).toEqual([ABC]);
  await bytes.remove(ABC);
  await bytes.remove(ABC);
  expect(await names()).toEqual([]);
});

test("put(sha256, blob) of bytes that are no longer those says so and keeps nothing", async () => {
  const {bytes, names} = await freshBytes();
  await expect(bytes.put(ABC, new Blob(["abd"]))).rejects.toThrow(
    "file has changed since it was opened"
  );
  expect(await names()).toEqual([]);
});

test("put(sha256, blob, {signal}) that is stopped keeps nothing", async () => {
  const {bytes, names} = await freshBytes();
  const stop = new AbortController();
  const blob = new Blob(Array.from({length: 16}, () => new Uint8Array(1 << 20)));
  const putting = bytes.put(await hashBlob(blob), blob, {
    signal: stop.signal,
    onProgress: () => stop.abort()
  });
  await expect(putting).rejects.toMatchObject({name: "AbortError"});
  expect(await names()).toEqual([]);
});

test("sweep(known) removes what nobody knows and what was never finished", async () => {
  const {bytes, names} = await freshBytes();
  const other = await hashBlob(new Blob(["other"]));
  await bytes.put(ABC, new Blob(["abc"]));
  await bytes.put(other, new Blob(["other"]));
  await bytes.sweep(new Set([ABC]));
  expect(await names()).toEqual([ABC]);
});
