import {expect, test} from "vitest";
import {mail} from "../../src/connectors/mail/mail.ts";
import {shrinkAttachments} from "../../src/connectors/mail/shrink.ts";
import {toMailTime} from "../../src/connectors/mail/dates.ts";
import {connect} from "./rows.ts";

const PLAIN = [
  "From: =?utf-8?Q?J=C3=B6rg?= <JOERG@example.org>",
  "To: Team: ann@example.org, Bo <bo@example.org>;",
  "Cc: c@example.org",
  "Subject: =?iso-8859-1?Q?Caf=E9?=",
  "Date: Thu, 19 Sep 1991 12:41:43 -0400 (EDT)",
  "Message-ID: <1@example.org>",
  "In-Reply-To: <0@example.org>",
  "References: <r@example.org> <0@example.org>",
  'X-Gmail-Labels: Inbox,"Work, old",=?UTF-8?Q?caf=C3=A9?=',
  "X-GM-THRID: 77",
  "",
  "hello",
  ">From here on",
  ""
].join("\r\n");
const MULTIPART = [
  "From: a@example.org",
  "Message-ID: <2@example.org>",
  "MIME-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="x"',
  "",
  "--x",
  "Content-Type: text/html; charset=utf-8",
  "",
  "<style>b{}</style><p>Hi&nbsp;<b>you</b></p><p>there</p>",
  "--x",
  'Content-Type: application/pdf; name="r.pdf"',
  "Content-Disposition: attachment; filename*=utf-8''r%C3%A9sum%C3%A9.pdf",
  "Content-Transfer-Encoding: base64",
  "",
  "AAECAwQ=",
  "--x--",
  ""
].join("\r\n");
const MAILBOX = `From 1@xxx Thu Sep 19 16:41:43 +0000 1991\r\n${PLAIN}\r\nFrom - Fri Feb 22 17:06:23 2008\r\n${MULTIPART}`;

const recognise = (text: string) =>
  mail.recognise({path: "a", head: new TextEncoder().encode(text), text, isWhole: true});

test("mail decodes headers, people, labels and threads of a mailbox", async () => {
  const {tables, problems} = await connect(mail, MAILBOX, "All mail.mbox");
  expect(problems).toEqual([]);
  expect(tables.mails![0]).toEqual({
    mail_id: "1@example.org",
    message_id: "1@example.org",
    time: new Date("1991-09-19T16:41:43Z"),
    utc_offset_minutes: -240,
    from_name: "Jörg",
    from_address: "joerg@example.org",
    to: [
      {name: null, address: "ann@example.org"},
      {name: "Bo", address: "bo@example.org"}
    ],
    cc: [{name: null, address: "c@example.org"}],
    bcc: [],
    subject: "Café",
    text: "hello\nFrom here on",
    html_bytes: 0,
    in_reply_to: "0@example.org",
    references: ["r@example.org", "0@example.org"],
    thread: "77",
    list_id: null,
    labels: ["Inbox", "Work, old", "café"],
    attachments: 0,
    size: PLAIN.length + 2
  });
});

test("mail lists attachments by name, type and size, and shows HTML as text", async () => {
  const {tables} = await connect(mail, MAILBOX, "All mail.mbox");
  expect(tables.mails![1]).toMatchObject({
    mail_id: "2@example.org",
    time: new Date("2008-02-22T17:06:23Z"),
    text: "Hi you\nthere",
    attachments: 1,
    thread: "2@example.org"
  });
  expect(tables.mail_attachments).toEqual([
    {
      mail_id: "2@example.org",
      seq: 1,
      name: "résumé.pdf",
      content_type: "application/pdf",
      disposition: "attachment",
      content_id: null,
      bytes: 5
    }
  ]);
});

test("mail gives the size of a large attachment without decoding it, and reads a large text whole", async () => {
  const content = Uint8Array.from({length: 40_001}, (_, i) => (i * 7) % 256);
  const base64 = btoa(String.fromCharCode(...content)).replace(/.{76}/g, "$&\r\n");
  const withType = (type: string) =>
    MULTIPART.replace("AAECAwQ=", base64).replace("application/pdf", type);
  const pdf = await connect(mail, withType("application/pdf"), "a.eml");
  expect(pdf.tables.mail_attachments).toMatchObject([{name: "résumé.pdf", bytes: 40_001}]);
  expect(pdf.tables.mails![0]!.text).toBe("Hi you\nthere");
  const text = await connect(mail, withType("text/csv"), "a.eml");
  expect(text.tables.mail_attachments).toMatchObject([{bytes: 40_001}]);
});

test("shrinkAttachments(bytes) leaves out the base64 of what is no text, and nothing else", () => {
  const lines = `${"QUJD".repeat(19)}\r\n`.repeat(300);
  const toPart = (header: string) =>
    new TextEncoder().encode(`--x\r\n${header}\r\n\r\n${lines}--x--`);
  const size = (header: string) => shrinkAttachments(toPart(header)).length;
  const base64 = "Content-Transfer-Encoding: base64";
  expect(size(`Content-Type: image/png\r\n${base64}`)).toBeLessThan(200);
  for (const header of [base64, "Content-Type: image/png", `Content-Type: text/plain\r\n${base64}`])
    expect(size(header)).toBe(toPart(header).length);
});

test("mail reads a single message, whose quoted lines stay as they are", async () => {
  const {tables} = await connect(mail, PLAIN, "a.eml");
  expect(tables.mails).toMatchObject([{mail_id: "1@example.org", text: "hello\n>From here on"}]);
});

test("mail knows a message without an id again by its bytes", async () => {
  const bare = PLAIN.replace(/Message-ID.*\r\n/, "");
  const first = await connect(mail, bare, "a.eml");
  const again = await connect(mail, bare, "b.eml");
  const other = await connect(mail, bare.replace("hello", "hallo"), "c.eml");
  expect(again.tables.mails![0]!.mail_id).toBe(first.tables.mails![0]!.mail_id);
  expect(other.tables.mails![0]!.mail_id).not.toBe(first.tables.mails![0]!.mail_id);
});

test("mail recognises mailboxes and messages by their beginning, and no other text", () => {
  expect(recognise(MAILBOX)).toBe(true);
  expect(recognise(PLAIN)).toBe(true);
  expect(recognise("Received: by x\r\n\tfor y\r\nSubject: z\r\n\r\n")).toBe(true);
  expect(recognise("From here\nto there: far\n")).toBe(false);
  expect(recognise("Subject: a note\nDate: today\n\ntext")).toBe(false);
  expect(recognise("From: Ann\nTo: Bo\nHello Bo,\n")).toBe(false);
});

test("toMailTime(text) reads zones by number and by name, old years and loose forms", () => {
  const read = (text: string) => {
    const moment = toMailTime(text);
    return moment && [moment.time.toISOString().slice(0, 19), moment.offsetMinutes];
  };
  expect(read("Fri, 23 Aug 2002 2:32:53 -0400")).toEqual(["2002-08-23T06:32:53", -240]);
  expect(read("Sun, 07 May 95 12:21 EDT")).toEqual(["1995-05-07T16:21:00", -240]);
  expect(read("1 Jan 2024 10:00:00 GMT")).toEqual(["2024-01-01T10:00:00", null]);
  expect(read("2024-01-01T10:00:00+02:00")).toEqual(["2024-01-01T08:00:00", 120]);
  expect(read("yesterday")).toBeNull();
  expect(read("12 Foo 2024 10:00:00 +0000")).toBeNull();
});
