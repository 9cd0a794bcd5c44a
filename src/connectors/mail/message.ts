import PostalMime, {decodeWords} from "postal-mime";
import type {Address, Attachment, Email} from "postal-mime";
import {hashText} from "../../lib/text-hash.ts";
import {toPlainText} from "./html-text.ts";
import {toMailTime, toSeparatorTime} from "./dates.ts";
import {findLeftOut, shrinkAttachments} from "./shrink.ts";

/** Somebody in a header. */
export interface Person {
  readonly name: string | null;
  readonly address: string | null;
}

/** A message, decoded. */
export interface Mail {
  /** Its `Message-ID` without brackets; where it has none, a hash of its bytes. */
  readonly id: string;
  readonly messageId: string | null;
  readonly time: Date | null;
  readonly offsetMinutes: number | null;
  readonly from: Person;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly subject: string | null;
  /** The plain text, or what the HTML shows. */
  readonly text: string | null;
  readonly htmlBytes: number;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly thread: string | null;
  readonly list: string | null;
  readonly labels: readonly string[];
  readonly attachments: readonly MailAttachment[];
  readonly size: number;
}

export interface MailAttachment {
  readonly name: string | null;
  readonly contentType: string;
  readonly disposition: string | null;
  readonly contentId: string | null;
  readonly bytes: number;
}

/**
 * Decodes a message by postal-mime. In a mailbox, `separator` is the line before it: it has a time where the message
 * has none, and lines that it forced to be written as `>From ` are as they were. Throws where nothing can be read.
 */
export async function readMail(
  bytes: Uint8Array,
  size: number,
  separator: string | null
): Promise<Mail> {
  const email = await PostalMime.parse(shrinkAttachments(bytes));
  const {headers} = email;
  const header = (name: string): string | null =>
    headers.find(({key}) => key === name)?.value.trim() || null;
  const moment = toMailTime(header("date") ?? "");
  const time = moment?.time ?? toSeparatorTime(separator ?? "");
  const from = toPeople(email.from ?? email.sender)[0] ?? {name: null, address: null};
  const messageId = toIds(email.messageId)[0] ?? null;
  const subject = email.subject?.trim() || null;
  return {
    id: messageId ?? (await hashText(new TextDecoder("latin1").decode(bytes).trim())),
    messageId,
    time,
    offsetMinutes: moment?.offsetMinutes ?? null,
    from,
    to: toPeople(email.to),
    cc: toPeople(email.cc),
    bcc: toPeople(email.bcc),
    subject,
    text: toText(email, separator !== null),
    htmlBytes: email.html === undefined ? 0 : new TextEncoder().encode(email.html).length,
    inReplyTo: toIds(email.inReplyTo)[0] ?? null,
    references: toIds(email.references),
    thread: header("x-gm-thrid"),
    list: /<([^>]+)>/.exec(header("list-id") ?? "")?.[1] ?? header("list-id"),
    labels: toLabels(header("x-gmail-labels") ?? header("x-keywords") ?? ""),
    attachments: email.attachments.map(toAttachment),
    size
  };
}

function toText({text, html}: Email, isQuoted: boolean): string | null {
  const plain = text?.trim() || (html ? toPlainText(html) : "");
  const own = isQuoted ? plain.replace(/^>(>*From )/gm, "$1") : plain;
  return own === "" ? null : own.replaceAll("\r\n", "\n").replaceAll("\u0000", "");
}

function toPeople(addresses: Address | readonly Address[] | undefined): Person[] {
  const all = addresses === undefined ? [] : [addresses].flat();
  return all
    .flatMap((address) => address.group ?? [address])
    .map(({name, address}) => ({
      name: name.trim() || null,
      address: address?.toLowerCase() || null
    }))
    .filter(({name, address}) => name !== null || address !== null);
}

/** The identifiers in a header, without their brackets. */
function toIds(text: string | undefined): string[] {
  const ids = [...(text ?? "").matchAll(/<([^<>\s]+)>/g)].map(([, id]) => id!);
  return ids.length > 0 || !text?.trim() ? ids : [text.trim()];
}

/** Google's labels, parted by commas, in quotes where they have commas of their own. */
function toLabels(text: string): string[] {
  const decoded = decodeWords(text);
  return [...decoded.matchAll(/"((?:[^"\\]|\\.)*)"|[^,\s][^,]*/g)].map(([whole, quoted]) =>
    (quoted?.replace(/\\(.)/g, "$1") ?? whole).trim()
  );
}

function toAttachment(attachment: Attachment): MailAttachment {
  const {content} = attachment;
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const whole = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  return {
    name: attachment.filename,
    contentType: attachment.mimeType,
    disposition: attachment.disposition,
    contentId: attachment.contentId?.replace(/^<|>$/g, "") ?? null,
    bytes: findLeftOut(whole) ?? whole.length
  };
}
