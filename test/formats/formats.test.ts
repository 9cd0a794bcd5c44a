import {strToU8, zipSync} from "fflate";
import {expect, test} from "vitest";
import {detectFormat} from "../../src/formats/formats.ts";
import {toByteSource} from "../../src/model/bytes.ts";

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
  ["a.svg", '<?xml version="1.0"?><svg/>', "image"],
  ["drawing", "<svg/>", "image"],
  ["a.xls", "a\tb\n1\t2\n3\t4\n", "csv"],
  ["a.xls", "<html><table>", "html"],
  ["a.csv", '{"a": 1}\n{"a": 2}\n', "ndjson"],
  ["a.csv", "<!DOCTYPE html>", "html"],
  ["a.txt", "BEGIN:VCALENDAR\n", "ics"],
  ["contacts", "BEGIN:VCARD\r\n", "vcf"],
  ["Inbox", "From a@b.ch Sat Jan  3 01:05:34 1996\nFrom: a@b.ch\n\nHello", "mbox"],
  ["message", "From: a@b.ch\nDate: today\nTo: c\n\nHello", "eml"],
  ["note", "To: all\n\nHello", "text"],
  ["a.md", "<svg/>", "markdown"],
  ["a.tbl", "1|2|\n3|4|\n5|6|\n", "csv"],
  ["noextension", '{"a": 1}', "json"],
  ["noextension", '{"a": 1}\n{"a": 2}', "ndjson"],
  ["noextension", "a,b\n1,2\n3,4\n", "csv"],
  ["noextension", "some text", "text"],
  ["a.xyz", "some text", null],
  ["a.dat", '<?xml version="1.0"?><r/>', "xml"]
])("detectFormat(%j, %j) is %s", (path, head, format) => {
  expect(detect(path, head)).toBe(format);
});

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const zipOf = (names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])), {level: 0});

test.each([
  ["PAR1....", "parquet"],
  ["ARROW1\0\0", "arrow"],
  ["SQLite format 3\0", "sqlite"],
  ["%PDF-1.7", "pdf"],
  ["\x1f\x8b\x08\0", "gzip"],
  ["\xff\xd8\xff\xe0", "image"],
  ["\x89PNG\r\n\x1a\n", "image"],
  ["GIF89a", "image"],
  ["RIFF\0\0\0\0WEBPVP8 ", "image"],
  ["II*\0", "image"],
  ["MM\0*", "image"],
  ["\0\0\0\x18ftypheic", "image"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", "word"],
  ["\x09\0\x04\0", "xls"],
  ["BZh9", "bzip2"],
  ["\x28\xb5\x2f\xfd", "zstd"],
  ["7z\xbc\xaf\x27\x1c", "7z"],
  ["Rar!\x1a\x07\x01", "rar"],
  ["\xfd7zXZ\0", "xz"],
  [`${"\0".repeat(257)}ustar`, "tar"]
])("detectFormat(path, head) knows the beginning %j without a name: %s", (head, format) => {
  expect(detect("noextension", bytesOf(head))).toBe(format);
  if (format) expect(detect("a.csv", bytesOf(head))).toBe(format);
});

test.each([
  [["xl/worksheets/sheet1.xml", "[Content_Types].xml"], "xlsx"],
  [["[Content_Types].xml", "xl/workbook.bin"], "xlsb"],
  [["[Content_Types].xml", "word/document.xml"], "word"],
  [["[Content_Types].xml", "ppt/presentation.xml"], "powerpoint"],
  [["a.csv", "b.csv"], "zip"]
])("detectFormat(path, head) knows a ZIP archive with %j as %s", (names, format) => {
  expect(detect("a.csv", zipOf(names))).toBe(format);
});

test("detectFormat(path, head) knows OpenDocument by the type that stands first", () => {
  const typed = (type: string) =>
    zipSync({mimetype: strToU8(type), "content.xml": strToU8("x")}, {level: 0});
  expect(detect("a", typed("application/vnd.oasis.opendocument.spreadsheet"))).toBe("ods");
  expect(detect("a", typed("application/vnd.oasis.opendocument.text"))).toBe("odt");
  expect(detect("a", typed("application/epub+zip"))).toBe("epub");
});

test("what is known and has no reader is refused by its name, unread", async () => {
  const {expand} = detectFormat("a.7z", bytesOf("7z\xbc\xaf\x27\x1c"))!;
  const {members, problems} = await expand!(toByteSource("a.7z", bytesOf("7z")), {path: "a.7z"});
  expect(members).toEqual([]);
  expect(problems).toEqual([
    {
      file: "a.7z",
      where: "",
      what: "no reader for 7z archives: unpack it first, or pack it as ZIP or GZIP"
    }
  ]);
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
  expect(detect("a.png", Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9))).toBe("image");
});

test("detectFormat(path, head) sees JSON through UTF-16", () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('{"a":1}\n{"a":2}\n', "utf16le")]);
  expect(detect("a.json", utf16)).toBe("ndjson");
});
