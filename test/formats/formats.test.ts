import {expect, test} from "vitest";
import {detectFormat} from "../../src/formats/formats.ts";

const detect = (path: string, head: string | Uint8Array): string | null =>
  detectFormat(path, typeof head === "string" ? new TextEncoder().encode(head) : head)?.name ??
  null;

test.each([
  ["a.csv", "a,b\n1,2\n", "csv"],
  ["A.TSV", "a\tb\n", "csv"],
  ["a.json", '[{"a": 1}]', "json"],
  ["a.json", '{"a": 1}\n{"a": 2}\n', "ndjson"],
  ["a.json", '{\n"a": 1}', "json"],
  ["a.jsonl", '{"a": 1}', "ndjson"],
  ["a.geojson", "{}", "json"],
  ["a.md", "<b>bold</b>", "markdown"],
  ["a.md", "- [x] done", "markdown"],
  ["a.txt", "Dear Ada,\nhow are you, and\nthe others?\n", "text"],
  ["a.txt", "a\tb\n1\t2\n3\t4\n", "csv"],
  ["a.log", "1;2\n3;4\n5;6\n", "text"],
  ["a.xml", "<r/>", "xml"],
  ["a.xml", '<?xml version="1.0"?><TrainingCenterDatabase/>', "tcx"],
  ["a.tcx", "<TrainingCenterDatabase/>", "tcx"],
  ["run.tcx", "\n  <?xml version='1.0'?>", "tcx"],
  ["a.gpx", "<gpx/>", "gpx"],
  ["a.svg", '<?xml version="1.0"?><svg/>', null],
  ["noextension", '{"a": 1}', "json"],
  ["noextension", '{"a": 1}\n{"a": 2}', "ndjson"],
  ["noextension", "a,b\n1,2\n3,4\n", "csv"],
  ["noextension", "some text", "text"],
  ["a.xyz", "some text", null],
  ["a.dat", '<?xml version="1.0"?><r/>', "xml"]
])("detectFormat(%j, %j) is %s", (path, head, format) => {
  expect(detect(path, head)).toBe(format);
});

test("detectFormat(path, head) believes a signature more than a name", () => {
  expect(detect("a.csv", "PAR1....")).toBe("parquet");
  expect(detect("a.json", "ARROW1\0\0")).toBe("arrow");
  expect(detect("export", "PK\u0003\u0004 xl/workbook.xml")).toBe("xlsx");
  expect(detect("a.csv", "PK\u0003\u0004 word/document.xml")).toBe(null);
  expect(detect("a.csv", Uint8Array.of(0x1f, 0x8b, 8, 0))).toBe(null);
});

test("detectFormat(path, head) leaves a broken file to the reader that its name promises", () => {
  expect(detect("a.parquet", "no parquet")).toBe("parquet");
  expect(detect("a.xlsx", "no workbook")).toBe("xlsx");
  expect(detect("a.arrow", "")).toBe("arrow");
  expect(
    detect(
      "a.csv",
      Uint8Array.from({length: 100}, (_, i) => i % 8)
    )
  ).toBe("csv");
  expect(detect("a.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toBe(null);
});

test("detectFormat(path, head) sees JSON through UTF-16", () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('{"a":1}\n{"a":2}\n', "utf16le")]);
  expect(detect("a.json", utf16)).toBe("ndjson");
});
