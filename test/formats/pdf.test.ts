import {expect, test} from "vitest";
import {pdf} from "../../src/formats/pdf.ts";
import {makePdf} from "./pdf-file.ts";
import {read, toColumns} from "./read.ts";

test("pdf reads the text of each page as a row, and says what the file says of itself", async () => {
  const bytes = makePdf(["Dear Ada", "Yours"], "/Title(A letter)/Author(Bob)");
  const {tables, problems, details} = await read(pdf, bytes, "notes/a.pdf");
  expect(toColumns(tables[0])).toEqual({
    path: ["VARCHAR", ["notes/a.pdf", "notes/a.pdf"]],
    title: ["VARCHAR", ["A letter", "A letter"]],
    page: ["BIGINT", [1, 2]],
    text: ["VARCHAR", ["Dear Ada", "Yours"]]
  });
  expect(problems).toEqual([]);
  expect(details).toEqual({title: "A letter", author: "Bob", subject: null, pages: 2});
  expect(bytes).toHaveLength(makePdf(["Dear Ada", "Yours"], "/Title(A letter)/Author(Bob)").length);
});

test("pdf says where there is no text", async () => {
  const scanned = await read(pdf, makePdf(["", ""]));
  expect(scanned.problems).toMatchObject([{what: "no text on any page: it is scanned or drawn"}]);
  expect(toColumns(scanned.tables[0])).toMatchObject({title: ["VARCHAR", ["a", "a"]]});
  expect((await read(pdf, makePdf(["a", "", "b", ""]))).problems).toMatchObject([
    {what: "no text on pages 2, 4: scanned, drawn or empty"}
  ]);
});

test("pdf refuses a file with a password, with that word", async () => {
  const key = "0".repeat(64);
  const trailer = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>`;
  const {tables, problems} = await read(pdf, makePdf(["secret"], "", trailer));
  expect(tables).toEqual([]);
  expect(problems).toMatchObject([{what: "PDF cannot be read: it is encrypted with a password"}]);
});

test("pdf refuses what is none", async () => {
  for (const content of ["%PDF-1.7 and nothing else", "", "no PDF"]) {
    const {tables, problems} = await read(pdf, content);
    expect(tables).toEqual([]);
    expect(problems[0]!.what).toMatch(/^PDF cannot be read: /);
  }
});
