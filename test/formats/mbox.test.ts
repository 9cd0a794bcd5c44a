import {expect, test} from "vitest";
import {mbox} from "../../src/formats/mbox.ts";
import type {MboxMessage} from "../../src/formats/mbox-split.ts";
import {isSeparator, splitMbox} from "../../src/formats/mbox-split.ts";
import {toByteSource} from "../../src/model/bytes.ts";
import type {DataTable} from "../../src/model/table.ts";

const MAILBOX = [
  "From - Mon Aug 18 21:13:21 1997",
  "Subject: One",
  "",
  "From Russia with love",
  "Year: 1963",
  "--end--",
  "From 1844@xxx Fri Sep 26 17:18:40 +0000 2025",
  "Subject: Two",
  "",
  ">From here",
  "From -",
  "no header follows",
  ""
].join("\n");

async function* cut(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let i = 0; i < bytes.length; i += size)
    yield await Promise.resolve(bytes.slice(i, i + size));
}

async function collect(text: string, size = 1 << 16): Promise<MboxMessage[]> {
  const messages: MboxMessage[] = [];
  for await (const message of splitMbox(cut(text, size))) messages.push(message);
  return messages;
}

test("splitMbox(pieces) cuts at separators that a header follows, wherever the pieces end", async () => {
  for (const size of [1, 2, 7, 64, 1000]) {
    const messages = await collect(MAILBOX, size);
    expect(messages.map(({offset, separator}) => [offset, separator])).toEqual([
      [0, "From - Mon Aug 18 21:13:21 1997"],
      [MAILBOX.indexOf("From 1844"), "From 1844@xxx Fri Sep 26 17:18:40 +0000 2025"]
    ]);
    const [one, two] = messages.map(({bytes}) => new TextDecoder().decode(bytes));
    expect(one).toBe("Subject: One\n\nFrom Russia with love\nYear: 1963\n--end--\n");
    expect(two).toBe("Subject: Two\n\n>From here\nFrom -\nno header follows\n");
  }
});

test("splitMbox(pieces) takes a byte order mark and line ends of Windows, and nothing before the first separator", async () => {
  const messages = await collect("\ufefflost\r\nFrom -\r\nSubject: A\r\n\r\nx", 5);
  expect(messages.map(({separator, size}) => [separator, size])).toEqual([["From -", 15]]);
  expect(await collect("\ufeffFrom - \nA: b\n")).toHaveLength(1);
  expect(await collect("")).toEqual([]);
});

test("isSeparator(line) wants a sender and a date, or nothing but a sender", () => {
  for (const line of ["From -", "From a@b.org", "From a Mon Jan  1 00:00:00 2024", "From - \r"])
    expect(isSeparator(line)).toBe(true);
  for (const line of ["From Russia with love", "From ", "From: a", "From a", ">From a@b.org"])
    expect(isSeparator(line)).toBe(false);
});

test("mbox gives each message with its offset, headers and body", async () => {
  const tables: DataTable[] = [];
  const source = toByteSource("a.mbox", new TextEncoder().encode(MAILBOX));
  const sink = {write: (table: DataTable) => Promise.resolve(void tables.push(table))};
  expect(await mbox.stream!(source, sink, {path: "a.mbox"})).toEqual({problems: []});
  expect(tables[0]!.columns.map(({name, values}) => [name, values[1]])).toEqual([
    ["offset", MAILBOX.indexOf("From 1844")],
    ["size", "Subject: Two\n\n>From here\nFrom -\nno header follows\n".length],
    ["separator", "From 1844@xxx Fri Sep 26 17:18:40 +0000 2025"],
    ["headers", "Subject: Two"],
    ["body", ">From here\nFrom -\nno header follows"]
  ]);
});
