import {expect, test} from "vitest";
import {decodeText, detectEncoding, isBinary} from "../../src/lib/text-encoding.ts";

const bytes = (...values: number[]) => Uint8Array.of(...values);

test("decodeText(bytes) reads UTF-8, UTF-16 and Windows-1252, without byte order marks", () => {
  expect(decodeText(Buffer.from("\ufeffé"))).toEqual({text: "é", encoding: "utf-8"});
  expect(decodeText(Buffer.from("\ufeffé", "utf16le"))).toEqual({text: "é", encoding: "utf-16le"});
  expect(decodeText(Buffer.from("\ufeffé", "utf16le").swap16())).toEqual({
    text: "é",
    encoding: "utf-16be"
  });
  expect(decodeText(bytes(0x63, 0xe9))).toEqual({text: "cé", encoding: "latin-1"});
  expect(decodeText(bytes(0x80, 0xe9))).toEqual({text: "€é", encoding: "windows-1252"});
});

test("detectEncoding(head) sees UTF-16 without a mark by its zeros, and is silent on plain text", () => {
  expect(detectEncoding(Buffer.from("plain", "utf16le"))).toBe("utf-16le");
  expect(detectEncoding(Buffer.from("plain", "utf16le").swap16())).toBe("utf-16be");
  expect(detectEncoding(Buffer.from("plain"))).toBeUndefined();
  expect(detectEncoding(bytes())).toBeUndefined();
});

test("isBinary(head) is false of text, even with a stray zero, and true of what has many", () => {
  expect(isBinary(Buffer.from("a,b\n1,x\0y\n"))).toBe(false);
  expect(isBinary(Buffer.from("text", "utf16le"))).toBe(false);
  expect(isBinary(Uint8Array.from({length: 200}, (_, i) => i % 11))).toBe(true);
});
