import * as xlsx from "@e965/xlsx";
import {gzipSync, zipSync} from "fflate";
import {fileId, record, toFit} from "../../formats/fit-file.ts";
import {makePdf} from "../../formats/pdf-file.ts";
import {makeJpeg} from "../../formats/image/images.ts";
import type {ContractFile} from "./contract-file.ts";
import {toFile} from "./contract-file.ts";
import {toDelimited} from "./delimited.ts";
import {SAMPLES} from "./samples.ts";

const BOOKS = ["xlsx", "xls", "ods", "xlsb"] as const;
const MADE = new Date("2024-01-02T00:00:00Z");

const CALENDAR = (rule: string): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1@x\r\nDTSTAMP:20240101T000000Z\r\nDTSTART:20240105T100000Z\r\nDTEND:20240105T110000Z\r\nSUMMARY:Tea\\, cake\r\n${rule}END:VEVENT\r\nEND:VCALENDAR\r\n`;
const MAIL =
  "From: Ada <ada@example.org>\r\nTo: bob@example.org\r\nSubject: =?utf-8?q?Caf=C3=A9?=\r\nDate: Mon, 1 Jan 2024 10:00:00 +0100\r\nMessage-ID: <1@x>\r\n\r\nHello Bob\r\n";

const TEXTS: Readonly<Record<string, string>> = {
  "notes/plain.txt": "Dear Ada,\nhow are you?\n",
  "notes/front.md": "---\ntitle: Bread\ntags: [a, b]\n---\n# Bread\n[[Garden]] #home\n",
  "notes/broken.md": "---\na: [1\n---\ntext",
  "notes/log.log": "12:00 start\n12:01 stop\n",
  "calendar/one.ics": CALENDAR(""),
  "calendar/weekly.ics": CALENDAR("RRULE:FREQ=WEEKLY;COUNT=3\r\n"),
  "calendar/cut.ics": CALENDAR("").slice(0, 120),
  "cards/one.vcf":
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Ek\r\nN:Ek;Ada;;;\r\nEMAIL:ada@example.org\r\nTEL;TYPE=CELL:+49 30 1\r\nEND:VCARD\r\n",
  "mail/one.eml": MAIL,
  "mail/box.mbox": `From ada@example.org Mon Jan  1 10:00:00 2024\n${MAIL.replaceAll("\r", "")}\nFrom bob@example.org Tue Jan  2 10:00:00 2024\n${MAIL.replaceAll("\r", "").replace("<1@x>", "<2@x>")}\n`,
  "bank/one.qif": "!Type:Bank\nD01/02/2024\nT-12.50\nPShop\n^\nD01/15/2024\nT100.00\nPWork\n^\n",
  "bank/one.ofx":
    "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20240102<TRNAMT>-12.50<FITID>a1<NAME>Shop</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>",
  "sport/run.tcx":
    '<TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>2024-01-01T10:00:00Z</Id><Lap StartTime="2024-01-01T10:00:00Z"><TotalTimeSeconds>60</TotalTimeSeconds><DistanceMeters>200</DistanceMeters><Track><Trackpoint><Time>2024-01-01T10:00:00Z</Time><HeartRateBpm><Value>120</Value></HeartRateBpm></Trackpoint></Track></Lap></Activity></Activities></TrainingCenterDatabase>',
  "sport/way.gpx":
    '<gpx version="1.1"><trk><name>Way</name><trkseg><trkpt lat="52.5" lon="13.4"><ele>30</ele><time>2024-01-01T10:00:00Z</time></trkpt><trkpt lat="52.6" lon="13.5"><time>2024-01-01T10:01:00Z</time></trkpt></trkseg></trk></gpx>',
  "phone/sms.xml":
    '<?xml version="1.0"?><smses count="1"><sms protocol="0" address="+15550100" date="1700000000000" type="1" body="Hi &#55357;&#56832;" read="1" date_sent="0" readable_date="x" contact_name="Ada"/></smses>',
  "music/endsong_0.json":
    '[{"ts":"2024-01-01T10:00:00Z","ms_played":1000,"master_metadata_track_name":"Song","master_metadata_album_artist_name":"Band","master_metadata_album_album_name":"Album","spotify_track_uri":"spotify:track:1","reason_end":"trackdone","shuffle":false,"skipped":null,"platform":"x","conn_country":"DE"}]',
  "odd/none.xyz": "some text",
  "odd/empty.csv": ""
};

/** Workbooks, archives, notes, calendars, mail, sport, pictures, and bytes that are nothing. */
export function makeOthers(): ContractFile[] {
  const [people, sales] = SAMPLES;
  const csv = new TextEncoder().encode(toDelimited(people!));
  const books = SAMPLES.flatMap(({name, columns, rows}) =>
    BOOKS.map((bookType) => {
      const book = xlsx.utils.book_new();
      const cells = [columns, ...rows].map((row) => [...row]);
      xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(cells), name);
      xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([["a"], [1]]), "more");
      const bytes = new Uint8Array(xlsx.write(book, {bookType, type: "array"}) as ArrayBuffer);
      return toFile(`books/${name}.${bookType}`, bytes);
    })
  );
  const fit = toFit([
    fileId(4),
    record("2024-01-01T10:00:00Z", 120),
    record("2024-01-01T10:00:05Z", 121)
  ]);
  return [
    ...books,
    ...Object.entries(TEXTS).map(([path, text]) => toFile(path, text)),
    toFile(
      "archives/two.zip",
      zipSync(
        {"a/people.csv": csv, "sales.tsv": new TextEncoder().encode(toDelimited(sales!, "\t"))},
        {mtime: MADE}
      )
    ),
    toFile(
      "archives/nested.zip",
      zipSync({"in.zip": zipSync({"people.csv": csv}, {mtime: MADE})}, {mtime: MADE})
    ),
    toFile("archives/path.zip", zipSync({"../../escape.csv": csv}, {mtime: MADE})),
    toFile("archives/cut.zip", zipSync({"people.csv": csv}, {mtime: MADE}).subarray(0, 60)),
    toFile("archives/people.csv.gz", gzipSync(csv, {mtime: MADE})),
    toFile("sport/run.fit", fit),
    toFile("sport/cut.fit", fit.subarray(0, 20)),
    toFile("pictures/plain.jpg", makeJpeg(4, 3)),
    toFile("papers/two.pdf", makePdf(["Hello", "World"])),
    toFile(
      "odd/noise.bin",
      Uint8Array.from({length: 500}, (_, i) => (i * 7919) % 256)
    ),
    toFile("odd/zeros.csv", new Uint8Array(300)),
    toFile(
      "odd/noise.xlsx",
      Uint8Array.from({length: 500}, (_, i) => (i * 104729) % 256)
    )
  ];
}
