import {expect, test} from "vitest";
import {vcard} from "../../src/connectors/vcard/vcard.ts";
import {read} from "../formats/read.ts";
import type {Row} from "./rows.ts";
import {connect, dropNulls} from "./rows.ts";

const toCard = (version: string, ...lines: string[]) =>
  ["BEGIN:VCARD", `VERSION:${version}`, ...lines, "END:VCARD", ""].join("\r\n");

async function readContacts(text: string): Promise<Row[]> {
  const {tables, problems} = await connect(vcard, text, "a.vcf");
  expect(problems).toEqual([]);
  return dropNulls(tables.contacts!);
}

const ADDRESS = {box: null, extended: null, city: "Ulm", region: null, postcode: "89073"};

test("vcard reads version 2.1: bare parameters, quoted-printable over lines, charsets, commas", async () => {
  const contacts = await readContacts(
    toCard(
      "2.1",
      "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;Dr.;",
      "ORG:Company, The;Lab",
      "TEL;CELL;PREF:123",
      "TEL;WORK;FAX:456",
      "ADR;WORK:;;Gasse 1;Ulm;;89073;Germany",
      "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:caf=E9, two=0D=0A=",
      "lines",
      "BDAY:19800321",
      "PHOTO;JPEG;ENCODING=BASE64:AAEC",
      "AwQ=",
      "REV:20121012T210525Z"
    )
  );
  expect(contacts).toEqual([
    {
      contact_id: "Dr. Jörg Müller |  | 123",
      name: "Dr. Jörg Müller",
      given: "Jörg",
      family: "Müller",
      prefix: "Dr.",
      org: "Company, The",
      department: "Lab",
      phones: [
        {type: "cell", value: "123"},
        {type: "work, fax", value: "456"}
      ],
      addresses: [{type: "work", ...ADDRESS, street: "Gasse 1", country: "Germany"}],
      note: "café, two\nlines",
      birthday: new Date("1980-03-21T00:00:00Z"),
      birthday_text: "19800321",
      photo_bytes: 5,
      revision: new Date("2012-10-12T21:05:25Z"),
      version: "2.1"
    }
  ]);
});

test("vcard reads version 3.0: escapes, Apple's groups and labels, several cards", async () => {
  const contacts = await readContacts(
    toCard(
      "3.0",
      "UID:x-1",
      "FN:Ann\\, B.",
      "N:Ann;B.;;;",
      "EMAIL;type=INTERNET;type=pref:ann@example.org",
      "item1.TEL:55",
      "item1.X-ABLabel:_$!<Assistant>!$_",
      "URL:http\\://example.org",
      "CATEGORIES:friends,choir",
      "NOTE:one\\, two\\; three\\nfour"
    ) + toCard("3.0", "FN:Second")
  );
  expect(contacts).toMatchObject([
    {
      contact_id: "x-1",
      name: "Ann, B.",
      emails: ["ann@example.org"],
      phones: [{type: "assistant", value: "55"}],
      urls: ["http://example.org"],
      categories: ["friends", "choir"],
      note: "one, two; three\nfour"
    },
    {contact_id: "Second |  | "}
  ]);
});

test("vcard reads version 4.0: numbers as addresses, days without a year, carets in parameters", async () => {
  const contacts = await readContacts(
    toCard(
      "4.0",
      "FN:Simon",
      "BDAY:--0203",
      "ANNIVERSARY:20090808T1430-0500",
      'TEL;VALUE=uri;TYPE="work,voice":tel:+1-418',
      'ADR;TYPE=work;LABEL="Gasse 1^n89073 Ulm: Mitte":;;Gasse 1;Ulm;;89073;'
    )
  );
  expect(contacts).toMatchObject([
    {
      contact_id: "Simon |  | +1-418",
      birthday_text: "--0203",
      anniversary: new Date("2009-08-08T00:00:00Z"),
      phones: [{type: "work", value: "+1-418"}],
      addresses: [{type: "work", ...ADDRESS, street: "Gasse 1", country: null}]
    }
  ]);
  expect(contacts[0]).not.toHaveProperty("birthday");
});

test("vcard leaves out a line that is none, and reads the rest", async () => {
  const {tables, problems} = await read(vcard, toCard("3.0", "rubbish", "FN:Ann"), "a.vcf");
  expect(tables[0]!.columns[2]!.values).toEqual(["Ann"]);
  expect(problems).toEqual([
    {
      file: "a.vcf",
      where: "line 3",
      what: 'line left out: invalid line (no token ";" or ":") "rubbish"'
    }
  ]);
});

test("vcard refuses what has no card in it", async () => {
  const {tables, problems} = await read(vcard, "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "a.vcf");
  expect(tables).toEqual([]);
  expect(problems[0]!.what).toBe("no card in it");
});
