import {expect, test} from "vitest";
import {toTextKey} from "../../src/lib/text-key.ts";

test("toTextKey(text) is MurmurHash3_x86_128 of its UTF-16 units", () => {
  // made with another implementation
  const known = {
    a: "033bb196ccef4fe1ccef4fe1ccef4fe1",
    hello: "498e49896c081b4802cf3f742cf72941",
    "hello, world": "a852c8b9fdc4dd348d5ff2b878131e89",
    "The quick brown fox jumps over the lazy dog": "15beb6860f94f6cafed4894d28be6d5b",
    "😀 שלום": "2921682cab3594d8e957bbf1f8e76323"
  };
  for (const [text, key] of Object.entries(known)) expect(toTextKey(text)).toBe(key);
  expect(toTextKey("x".repeat(1_000_001))).toBe("f092d7feb5c6fa595f3a8f7130dd871f");
});

test('toTextKey(text) is "" of what is blank, and another for texts that differ in anything', () => {
  expect(["", " ", "\n\t "].map(toTextKey)).toEqual(["", "", ""]);
  const texts = Array.from({length: 20_000}, (_, i) => `note ${i}`);
  const others = ["a", "a ", "A", "ab", "ba", "a\0", "a".repeat(8), "a".repeat(9), "\ud800"];
  expect(new Set([...texts, ...others].map(toTextKey)).size).toBe(texts.length + others.length);
});
