import {expect, test} from "vitest";
import {bookmarks} from "../../../src/connectors/bookmarks/bookmarks.ts";
import {icalendar} from "../../../src/connectors/icalendar/icalendar.ts";
import {mail} from "../../../src/connectors/mail/mail.ts";
import {sms} from "../../../src/connectors/sms/sms.ts";
import {vault} from "../../../src/connectors/vault/vault.ts";
import {vcard} from "../../../src/connectors/vcard/vcard.ts";
import {connect} from "../../connectors/rows.ts";

test("the browser reads calendars in zones that only its own data know", async () => {
  const text =
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;TZID=Pacific Standard Time:20240701T120000\nRRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT\nEND:VCALENDAR\n";
  const {tables} = await connect(icalendar, text, "a.ics");
  expect(tables.events!.map(({start_time}) => start_time)).toEqual([
    new Date("2024-07-01T19:00:00Z"),
    new Date("2024-07-02T19:00:00Z")
  ]);
});

test("the browser judges messages by VADER, whose package was written for Node", async () => {
  const text =
    '<smses count="1"><sms address="+1555" date="1735718640000" type="1" body="I love it &#55357;&#56833;" readable_date="Jan 1, 2025 8:04:00 AM" /></smses>';
  const {tables} = await connect(sms, text, "a.xml");
  expect(tables.messages).toMatchObject([{body: "I love it 😁", utc_offset_minutes: 0}]);
  expect(tables.messages![0]!.sentiment).toBeGreaterThan(0.5);
});

test("the browser reads cards, mail, bookmarks and notes", async () => {
  const card = await connect(
    vcard,
    "BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg\nEND:VCARD\n",
    "a.vcf"
  );
  expect(card.tables.contacts).toMatchObject([{name: "Jörg"}]);
  const message = await connect(
    mail,
    "From: a@b.org\nDate: Thu, 19 Sep 1991 12:41:43 -0400\nSubject: =?utf-8?Q?J=C3=B6rg?=\n\nhi\n",
    "a.eml"
  );
  expect(message.tables.mails).toMatchObject([{subject: "Jörg", utc_offset_minutes: -240}]);
  const marks = await connect(
    bookmarks,
    '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF="https://a.org">A</A></DL>',
    "a.html"
  );
  expect(marks.tables.bookmarks).toMatchObject([{title: "A", domain: "a.org"}]);
  const note = await connect(vault, "to [[Über uns]]", "a.md");
  expect(note.tables.note_links).toMatchObject([{to_note: "uber uns"}]);
});
