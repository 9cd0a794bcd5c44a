import {expect, test} from "vitest";
import {sms} from "../../src/connectors/sms/sms.ts";
import {toSentiment} from "../../src/lib/sentiment.ts";
import {connect, toRows} from "./rows.ts";
import type {DataTable} from "../../src/model/table.ts";

const toBackup = (...lines: string[]) =>
  `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count="${lines.length}">\n${lines.join("\n")}\n</smses>\n`;
const toSms = (attributes: Readonly<Record<string, string>>) => {
  const all = {
    protocol: "0",
    address: "+1 (971) 555-0106",
    date: "1735718640000",
    type: "1",
    subject: "null",
    body: "hi",
    read: "1",
    date_sent: "0",
    readable_date: "Jan 1, 2025 12:04:00 AM",
    contact_name: "(Unknown)",
    ...attributes
  };
  const text = Object.entries(all).map(([name, value]) => `${name}="${value}"`);
  return `<sms ${text.join(" ")} />`;
};
const recognise = (text: string) =>
  sms.recognise({path: "a", head: new TextEncoder().encode(text), text, isWhole: true});

test("sms reads messages: numbers in digits, times in UTC beside the phone's offset, null for none", async () => {
  const backup = toBackup(
    toSms({}),
    toSms({
      date: "1735747440000",
      type: "2",
      body: "I love it &#55357;&#56833;&#10;so good",
      readable_date: "Jan 1, 2025 8:04:00\u202fAM",
      date_sent: "1735747439000",
      contact_name: "Tom"
    }),
    toSms({address: "Amazon", body: "null", readable_date: "?", read: "0"})
  );
  const {tables, problems} = await connect(sms, backup, "sms.xml");
  expect(problems).toEqual([]);
  expect(tables.messages).toEqual([
    {
      message_id: expect.stringMatching(/^sms 1735718640000 \+19715550106 1 [\da-f]{8}$/) as string,
      time: new Date("2025-01-01T08:04:00Z"),
      utc_offset_minutes: -480,
      sent_time: null,
      address: "+19715550106",
      conversation: "+19715550106",
      contact: null,
      direction: "received",
      kind: "sms",
      body: "hi",
      subject: null,
      read: true,
      attachments: 0,
      sentiment: 0
    },
    expect.objectContaining({
      utc_offset_minutes: -480,
      sent_time: new Date("2025-01-01T16:03:59Z"),
      direction: "sent",
      contact: "Tom",
      body: "I love it 😁\nso good"
    }),
    expect.objectContaining({
      address: "Amazon",
      body: null,
      utc_offset_minutes: null,
      read: false,
      sentiment: null
    })
  ]);
  expect(tables.messages![1]!.sentiment).toBeGreaterThan(0.5);
});

test("sms reads group messages: who sent it, who is in it, its text and its parts without their data", async () => {
  const backup = toBackup(
    `<mms date="1736656200000" msg_box="1" address="+1555~+1444" m_id="m-7" date_sent="1736656100" sub="null" read="1" readable_date="Jan 12, 2025 5:30:00 AM" contact_name="A, B">
    <parts><part seq="-1" ct="application/smil" name="null" text="&lt;smil/&gt;" />
    <part seq="0" ct="image/jpeg" name="null" cl="IMG.jpg" text="null" data="AAECAwQ=" />
    <part seq="0" ct="text/plain" name="null" text="Look" /></parts>
    <addrs><addr address="+1444" type="137" /><addr address="+1555" type="151" /></addrs></mms>`
  );
  const {tables} = await connect(sms, backup, "sms.xml");
  expect(tables.messages).toMatchObject([
    {
      message_id: "mms m-7",
      kind: "mms",
      address: "+1444",
      conversation: "+1444~+1555",
      sent_time: new Date("2025-01-12T04:28:20Z"),
      utc_offset_minutes: 60,
      body: "Look",
      attachments: 1
    }
  ]);
  expect(tables.message_parts).toMatchObject([
    {seq: 0, content_type: "application/smil"},
    {message_id: "mms m-7", seq: 1, content_type: "image/jpeg", name: "IMG.jpg", bytes: 5},
    {seq: 2, text: "Look", bytes: 4}
  ]);
});

test("sms reads calls", async () => {
  const backup = `<calls count="2"><call number="(503) 555 01" duration="65" date="1735718640000" type="2" contact_name="Bo" readable_date="Jan 1, 2025 8:04:00 AM" />
  <call number="-1" duration="0" date="1735718650000" type="3" contact_name="(Unknown)" /></calls>`;
  expect(recognise(backup)).toBe(true);
  const {tables} = await connect(sms, backup, "calls.xml");
  expect(tables.calls).toEqual([
    {
      call_id: "1735718640000 50355501 2",
      time: new Date("2025-01-01T08:04:00Z"),
      utc_offset_minutes: 0,
      number: "50355501",
      contact: "Bo",
      direction: "outgoing",
      duration_s: 65
    },
    expect.objectContaining({number: null, contact: null, direction: "missed"})
  ]);
});

test("sms gives the same key for a message in two backups, and tells two of one moment apart", async () => {
  const first = await connect(sms, toBackup(toSms({}), toSms({body: "ho"})), "a.xml");
  const second = await connect(sms, toBackup(toSms({contact_name: "Tom"})), "b.xml");
  const [hi, ho] = first.tables.messages!.map(({message_id}) => message_id);
  expect(second.tables.messages![0]!.message_id).toBe(hi);
  expect(ho).not.toBe(hi);
});

test("sms hands rows over while it reads, and keeps those of a file that is cut off", async () => {
  const lines = Array.from({length: 5000}, (_, i) => toSms({date: String(1735718640000 + i)}));
  const whole = new TextEncoder().encode(toBackup(...lines));
  const bytes = whole.slice(0, whole.length - 100);
  const written: number[] = [];
  const source = {
    path: "a.xml",
    size: bytes.length,
    slice: (start: number, end: number) => Promise.resolve(bytes.slice(start, end)),
    async *stream() {
      for (let i = 0; i < bytes.length; i += 65_536)
        yield await Promise.resolve(bytes.slice(i, i + 65_536));
    }
  };
  const write = (table: DataTable) => Promise.resolve(void written.push(toRows(table).length));
  const {problems} = await sms.stream!(source, {write}, {path: "a.xml"});
  expect(written.length).toBeGreaterThan(1);
  expect(written.reduce((a, b) => a + b)).toBe(4999);
  expect(problems).toHaveLength(1);
  expect(problems[0]!.what).toContain("read up to here, no XML");
});

test("sms recognises backups by their root, not other XML", () => {
  expect(recognise(toBackup(toSms({})))).toBe(true);
  expect(recognise("<?xml version='1.0'?><calls><call id='1'/></calls>")).toBe(false);
  expect(recognise("<messages><sms/></messages>")).toBe(false);
});

test("toSentiment(text) is VADER's compound score: 0 without a word of its lexicon, null without a word", () => {
  expect(toSentiment("VADER is very smart, handsome, and funny")).toBeCloseTo(0.8545, 4);
  expect(toSentiment("this is not good")).toBeLessThan(0);
  expect(toSentiment("the table")).toBe(0);
  expect(toSentiment("12:30")).toBeNull();
  expect(toSentiment(null)).toBeNull();
});
