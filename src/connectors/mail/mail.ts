import type {Field} from "../../formats/field-table.ts";
import {toFieldTable} from "../../formats/field-table.ts";
import type {MboxMessage} from "../../formats/mbox-split.ts";
import {MAX_MESSAGE_BYTES, isSeparator, splitMbox} from "../../formats/mbox-split.ts";
import {toMessage} from "../../lib/errors.ts";
import type {ByteSource} from "../../model/bytes.ts";
import type {Connector} from "../../model/format.ts";
import type {Problem} from "../../model/problem.ts";
import type {DataType, TableSink} from "../../model/table.ts";
import type {Mail, MailAttachment, Person} from "./message.ts";
import {readMail} from "./message.ts";

const PERSON: DataType = {struct: {name: "VARCHAR", address: "VARCHAR"}};
/** Rows are handed over when so many messages, or so many characters of text, have gathered. */
const BATCH_MAILS = 500;
const BATCH_CHARACTERS = 4_000_000;
const MAX_PROBLEMS = 100;

const MAIL_FIELDS: readonly Field<Mail>[] = [
  ["mail_id", "VARCHAR", ({id}) => id],
  ["message_id", "VARCHAR", ({messageId}) => messageId],
  ["time", "TIMESTAMPTZ", ({time}) => time],
  ["utc_offset_minutes", "BIGINT", ({offsetMinutes}) => offsetMinutes],
  ["from_name", "VARCHAR", ({from}) => from.name],
  ["from_address", "VARCHAR", ({from}) => from.address],
  ["to", {list: PERSON}, ({to}) => to.map(toStruct)],
  ["cc", {list: PERSON}, ({cc}) => cc.map(toStruct)],
  ["bcc", {list: PERSON}, ({bcc}) => bcc.map(toStruct)],
  ["subject", "VARCHAR", ({subject}) => subject],
  ["text", "VARCHAR", ({text}) => text],
  ["html_bytes", "BIGINT", ({htmlBytes}) => htmlBytes],
  ["in_reply_to", "VARCHAR", ({inReplyTo}) => inReplyTo],
  ["references", {list: "VARCHAR"}, ({references}) => references],
  ["thread", "VARCHAR", (mail) => mail.thread ?? mail.references[0] ?? mail.inReplyTo ?? mail.id],
  ["list_id", "VARCHAR", ({list}) => list],
  ["labels", {list: "VARCHAR"}, ({labels}) => labels],
  ["attachments", "BIGINT", ({attachments}) => attachments.length],
  ["size", "BIGINT", ({size}) => size]
];

interface AttachmentRow extends MailAttachment {
  readonly mail: string;
  readonly seq: number;
}

const ATTACHMENT_FIELDS: readonly Field<AttachmentRow>[] = [
  ["mail_id", "VARCHAR", ({mail}) => mail],
  ["seq", "BIGINT", ({seq}) => seq],
  ["name", "VARCHAR", ({name}) => name],
  ["content_type", "VARCHAR", ({contentType}) => contentType],
  ["disposition", "VARCHAR", ({disposition}) => disposition],
  ["content_id", "VARCHAR", ({contentId}) => contentId],
  ["bytes", "BIGINT", ({bytes}) => bytes]
];

/** Mailboxes (mbox) and single messages (EML), decoded. */
export const mail: Connector = {
  name: "mail",
  label: "Mail (mbox, EML)",
  formats: ["mbox", "eml", "text", "csv"],
  extensions: [],
  recognise: ({text}) => isMailbox(text) || isMail(text),
  tables: [
    {
      name: "mails",
      what:
        "One message. `text` is its plain text, or what its HTML shows. `time` is in UTC; `utc_offset_minutes` is what " +
        "the sender's clock was ahead. `thread` is Gmail's, else the first message that it refers to.",
      key: ["mail_id"]
    },
    {
      name: "mail_attachments",
      what: "One attachment: its name, type and size. Its content stays in the file.",
      key: ["mail_id", "seq"]
    }
  ],
  help: `Mailboxes come as \`.mbox\` files, single messages as \`.eml\`.

1. **Gmail**: takeout.google.com → *Deselect all* → *Mail* → *Next step* → *Create export*. The zip has \`All mail Including Spam and Trash.mbox\`; put it into \`data/raw\` as it is, or take the file out where it is large.
2. **Apple Mail**: select a mailbox, then *Mailbox* → *Export Mailbox…*.
3. **Thunderbird**: a folder's file in the profile (the one without an ending) is a mailbox. Single messages: *Save As* → *File*.
4. **Outlook, Fastmail, Proton**: export as EML or mbox.`,
  async stream(source, sink, {path, signal}) {
    const batch = new Batch(sink);
    const problems: Problem[] = [];
    let count = 0;
    for await (const message of toMessages(source)) {
      signal?.throwIfAborted();
      ++count;
      const where = `message ${count}, byte ${message.offset}`;
      try {
        const separator = message.separator === "" ? null : message.separator;
        await batch.add(await readMail(message.bytes, message.size, separator));
        if (message.size > message.bytes.length)
          problems.push({file: path, where, what: "message cut: larger than 64 MB"});
      } catch (error) {
        if (signal?.aborted) throw error;
        problems.push({file: path, where, what: `message left out: ${toMessage(error)}`});
      }
    }
    await batch.flush();
    if (count === 0) problems.push({file: path, where: "", what: "no message in it"});
    const more = problems.splice(MAX_PROBLEMS);
    if (more.length > 0)
      problems.push({file: path, where: "", what: `${more.length} more messages left out or cut`});
    return {problems};
  }
};

/** Gathers rows until they are worth a hand-over. */
class Batch {
  readonly #sink: TableSink;
  #mails: Mail[] = [];
  #characters = 0;

  constructor(sink: TableSink) {
    this.#sink = sink;
  }

  async add(mail: Mail): Promise<void> {
    this.#mails.push(mail);
    this.#characters += mail.text?.length ?? 0;
    if (this.#mails.length >= BATCH_MAILS || this.#characters >= BATCH_CHARACTERS)
      await this.flush();
  }

  async flush(): Promise<void> {
    const mails = this.#mails;
    this.#mails = [];
    this.#characters = 0;
    if (mails.length === 0) return;
    await this.#sink.write(toFieldTable("mails", mails, MAIL_FIELDS, ["mail_id"]));
    const attachments = mails.flatMap(({id, attachments}) =>
      attachments.map((attachment, i) => ({...attachment, mail: id, seq: i + 1}))
    );
    if (attachments.length > 0)
      await this.#sink.write(
        toFieldTable("mail_attachments", attachments, ATTACHMENT_FIELDS, ["mail_id", "seq"])
      );
  }
}

/** The messages of a mailbox, or the one that a file is. */
async function* toMessages(source: ByteSource): AsyncGenerator<MboxMessage> {
  const head = new TextDecoder("latin1").decode(await source.slice(0, 4096));
  if (isMailbox(head.replace(/^\xef\xbb\xbf/, ""))) {
    yield* splitMbox(source.stream());
    return;
  }
  const bytes = await source.slice(0, MAX_MESSAGE_BYTES);
  if (bytes.length > 0) yield {offset: 0, separator: "", bytes, size: source.size};
}

function isMailbox(text: string): boolean {
  const [first = "", second = ""] = text.split(/\r?\n/, 2);
  return isSeparator(first) && /^(?:[!-9;-~]+\s*:|>From )/.test(second);
}

/** Headers down to an empty line, among them some that only mail has. */
function isMail(text: string): boolean {
  const head = text.split(/\r?\n\r?\n/, 1)[0]!;
  const names = head
    .split(/\r?\n/)
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => /^([!-9;-~]+)\s*:/.exec(line)?.[1]?.toLowerCase());
  const has = (...wanted: string[]): boolean => wanted.some((name) => names.includes(name));
  return (
    names.every((name) => name !== undefined) &&
    has("from", "received", "return-path", "delivered-to", "x-gm-thrid") &&
    has("date", "subject", "mime-version", "message-id") &&
    has("to", "received", "message-id", "mime-version", "content-type", "return-path", "newsgroups")
  );
}

function toStruct({name, address}: Person): {name: string | null; address: string | null} {
  return {name, address};
}
