import {toFieldTable} from "../../formats/field-table.ts";
import {walkElements} from "../../formats/xml-stream.ts";
import {XmlError} from "../../formats/xml-walk.ts";
import type {Connector} from "../../model/format.ts";
import type {Problem} from "../../model/problem.ts";
import {createOffsetReader} from "./attributes.ts";
import type {Call} from "./calls.ts";
import {CALL_FIELDS} from "./calls.ts";
import type {Message} from "./messages.ts";
import {MESSAGE_FIELDS, PART_FIELDS, toMms, toSms} from "./messages.ts";

/** Rows are handed over when so many have gathered. */
const BATCH_ROWS = 2000;

/** Backups of SMS Backup & Restore, of messages and of calls. */
export const sms: Connector = {
  name: "sms",
  label: "SMS Backup & Restore",
  formats: ["xml"],
  extensions: [],
  recognise: ({text}) =>
    /<smses[\s>]/.test(text) || /<calls[\s>][^<]*<call\s[^>]*\bnumber=/.test(text),
  tables: [
    {
      name: "messages",
      what:
        "One SMS or MMS. `sentiment` is how its text sounds, from −1 to 1: the compound score of VADER, a lexicon of " +
        "English words and emoji with rules (Hutto and Gilbert, 2014); null where there is no word. " +
        "`utc_offset_minutes` is what the phone's clock was ahead of UTC, read from the date that the backup shows.",
      key: ["message_id"]
    },
    {
      name: "message_parts",
      what: "One part of an MMS: a picture, a text. Its name, type and size; its data stay in the file.",
      key: ["message_id", "seq"]
    },
    {name: "calls", what: "One call, with its length in seconds.", key: ["call_id"]}
  ],
  help: `[SMS Backup & Restore](https://www.synctech.com.au/sms-backup-restore/) is an app for Android.

1. Open it, *Set up a backup* or *Back up now*; choose *Messages* and *Phone calls*. Pictures can be left out: only their names and sizes are read.
2. Choose where the backup goes (the phone, Google Drive, Dropbox), and copy \`sms-….xml\` and \`calls-….xml\` from there into \`data/raw\`.
3. Backups may overlap: each message is one row, however many backups it is in.

Encrypted backups (\`.zip\` with a password) must be made anew without encryption. iPhones have no such export.`,
  async stream(source, sink, {path, parse, signal}) {
    let messages: Message[] = [];
    let calls: Call[] = [];
    let count = 0;
    const problems: Problem[] = [];
    const flush = async (): Promise<void> => {
      const parts = messages.flatMap((message) => message.parts);
      if (messages.length > 0)
        await sink.write(toFieldTable("messages", messages, MESSAGE_FIELDS, ["message_id"]));
      if (parts.length > 0)
        await sink.write(toFieldTable("message_parts", parts, PART_FIELDS, ["message_id", "seq"]));
      if (calls.length > 0)
        await sink.write(toFieldTable("calls", calls, CALL_FIELDS, ["call_id"]));
      messages = [];
      calls = [];
    };
    const readOffset = createOffsetReader();
    let encoding: string | undefined;
    try {
      ({encoding} = await walkElements(source, {
        names: ["sms", "mms", "call"],
        onElement(element) {
          ++count;
          const offset = readOffset(element);
          if (element.name === "call") calls.push({element, offsetMinutes: offset});
          else
            messages.push(element.name === "sms" ? toSms(element, offset) : toMms(element, offset));
        },
        onPiece: async () => {
          if (messages.length + calls.length >= BATCH_ROWS) await flush();
        },
        ...(parse?.encoding !== undefined && {encoding: parse.encoding}),
        ...(signal && {signal})
      }));
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      const what = `read up to here, no XML: ${error.message}`;
      problems.push({file: path, where: error.where, what});
    }
    await flush();
    if (count === 0) problems.push({file: path, where: "", what: "no message and no call in it"});
    return {problems, ...(encoding !== undefined && {details: {encoding}})};
  }
};
