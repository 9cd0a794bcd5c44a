import {expect, test} from "vitest";
import {detectFormat} from "../../src/formats/formats.ts";
import {eml} from "../../src/formats/eml.ts";
import {ics} from "../../src/formats/ics.ts";
import {ofx} from "../../src/formats/ofx.ts";
import {qif} from "../../src/formats/qif.ts";
import {vcf} from "../../src/formats/vcf.ts";
import {read, toColumns} from "./read.ts";

const OFX = "OFXHEADER:100\n\n<OFX><STMTTRN><FITID>7<TRNAMT>-1.5<NAME>A&B</STMTTRN></OFX>\n";
const QIF = "!Type:Bank\nD1/2/2024\nT-1\nPShop\nAline 1\nAline 2\n^\n";

test("detectFormat(path, head) knows statements by their beginning, whatever they are called", () => {
  const detect = (path: string, text: string) =>
    detectFormat(path, new TextEncoder().encode(text))?.name;
  expect([detect("a.ofx", OFX), detect("a.txt", OFX), detect("a", OFX)]).toEqual(
    Array.from({length: 3}, () => "ofx")
  );
  expect(detect("a.xml", '<?xml version="1.0"?><?OFX V="200"?><OFX></OFX>')).toBe("ofx");
  expect([detect("a.qif", QIF), detect("a.txt", QIF)]).toEqual(["qif", "qif"]);
});

test("ofx gives the bookings with their own names", async () => {
  const {tables} = await read(ofx, OFX);
  expect(toColumns(tables[0])).toEqual({
    FITID: ["BIGINT", [7]],
    TRNAMT: ["DOUBLE", [-1.5]],
    NAME: ["VARCHAR", ["A&B"]]
  });
});

test("qif gives the records by their letters, repeated ones on lines", async () => {
  const {tables} = await read(qif, QIF);
  expect(toColumns(tables[0])).toMatchObject({
    type: ["VARCHAR", ["bank"]],
    P: ["VARCHAR", ["Shop"]],
    A: ["VARCHAR", ["line 1\nline 2"]]
  });
});

test("ics and vcf give a row a line, with the path of its component", async () => {
  const calendar = await read(
    ics,
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=Europe/Berlin:2024\n 0506T090000\nEND:VEVENT\nEND:VCALENDAR\n"
  );
  expect(toColumns(calendar.tables[0])).toEqual({
    component: ["VARCHAR", ["vcalendar/vevent"]],
    component_number: ["BIGINT", [2]],
    line: ["BIGINT", [3]],
    name: ["VARCHAR", ["dtstart"]],
    parameters: ["VARCHAR", ['{"tzid":"Europe/Berlin"}']],
    value: ["VARCHAR", ["20240506T090000"]]
  });
  const card = await read(vcf, "BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nEND:VCARD\n");
  expect(toColumns(card.tables[0])).toMatchObject({value: ["VARCHAR", ["4.0", "Ann"]]});
});

test("eml gives headers and body as they are", async () => {
  const {tables} = await read(eml, "Subject: One\r\nFrom: a\r\n\r\nHello\r\n");
  expect(toColumns(tables[0])).toMatchObject({
    headers: ["VARCHAR", ["Subject: One\r\nFrom: a"]],
    body: ["VARCHAR", ["Hello"]]
  });
});

test("each of these formats refuses what has none of its records", async () => {
  for (const format of [ics, ofx, qif, vcf, eml]) {
    const {tables, problems} = await read(format, "");
    expect(tables).toEqual([]);
    expect(problems).toHaveLength(1);
  }
});
