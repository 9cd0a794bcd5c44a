import {toFieldTable} from "../../formats/field-table.ts";
import {refuse, toRefusal} from "../../formats/refusal.ts";
import {parseCards} from "../../formats/vcard-lines.ts";
import {decodeText} from "../../lib/text-encoding.ts";
import type {Connector} from "../../model/format.ts";
import type {Reading} from "../../model/table.ts";
import {CONTACT_FIELDS} from "./fields.ts";

/** Address cards in vCard 2.1, 3.0 and 4.0. */
export const vcard: Connector = {
  name: "vcard",
  label: "vCard contacts",
  formats: ["vcf", "text", "csv"],
  extensions: [],
  recognise: ({text}) => /^\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 2000)),
  tables: [
    {
      name: "contacts",
      what:
        "One card. `birthday` is null where the year is unknown, `birthday_text` is as the card has it. A picture is not " +
        "kept, its size is.",
      key: ["contact_id"]
    }
  ],
  help: `Any address book writes vCard files (\`.vcf\`), all cards in one file.

1. **Google Contacts** (contacts.google.com): *Export* → *vCard (for iOS Contacts)*.
2. **iPhone, Mac**: in *Contacts* select all, then *File* → *Export* → *Export vCard…*; or on icloud.com → *Contacts* → *Export vCard*.
3. **Android**: *Contacts* → *Fix & manage* → *Export to file*.
4. **Outlook**: *People* → *Manage* → *Export* gives CSV; vCard by *Forward as Business Card*.`,
  read(bytes, {path}): Reading {
    try {
      const {text, encoding} = decodeText(bytes);
      const {roots, problems} = parseCards(text);
      const cards = roots.filter(({name}) => name === "vcard");
      if (cards.length === 0) return {...refuse(path, "no card in it"), details: {encoding}};
      return {
        tables: [toFieldTable("contacts", cards, CONTACT_FIELDS, ["contact_id"])],
        problems: problems.map((problem) => ({file: path, ...problem})),
        details: {encoding}
      };
    } catch (error) {
      return refuse(path, toRefusal(error));
    }
  }
};
