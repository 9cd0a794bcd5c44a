import type {Field} from "../../formats/field-table.ts";
import type {XmlElement} from "../../formats/xml-tree.ts";
import {
  getContact,
  getInteger,
  getText,
  getTime,
  hashShort,
  normaliseAddress
} from "./attributes.ts";
import {toSentiment} from "../../lib/sentiment.ts";

export interface Message {
  readonly id: string;
  readonly time: Date | null;
  readonly offsetMinutes: number | null;
  readonly sentTime: Date | null;
  /** Who sent a message that was received; to whom it went where it was sent. */
  readonly address: string | null;
  /** All the others in the conversation, in order, parted by `~`. */
  readonly conversation: string | null;
  readonly contact: string | null;
  readonly direction: string | null;
  readonly kind: "sms" | "mms";
  readonly body: string | null;
  readonly subject: string | null;
  readonly read: boolean;
  readonly parts: readonly MessagePart[];
}

export interface MessagePart {
  readonly message: string;
  readonly seq: number;
  readonly contentType: string | null;
  readonly name: string | null;
  readonly text: string | null;
  readonly bytes: number | null;
}

const DIRECTIONS: Readonly<Record<number, string>> = {
  1: "received",
  2: "sent",
  3: "draft",
  4: "outbox",
  5: "failed",
  6: "queued"
};
/** What an address of an MMS is for (OMA MMS encapsulation: From). */
const FROM = 137;
const NO_ADDRESS = "insert-address-token";

export const MESSAGE_FIELDS: readonly Field<Message>[] = [
  ["message_id", "VARCHAR", ({id}) => id],
  ["time", "TIMESTAMPTZ", ({time}) => time],
  ["utc_offset_minutes", "BIGINT", ({offsetMinutes}) => offsetMinutes],
  ["sent_time", "TIMESTAMPTZ", ({sentTime}) => sentTime],
  ["address", "VARCHAR", ({address}) => address],
  ["conversation", "VARCHAR", ({conversation}) => conversation],
  ["contact", "VARCHAR", ({contact}) => contact],
  ["direction", "VARCHAR", ({direction}) => direction],
  ["kind", "VARCHAR", ({kind}) => kind],
  ["body", "VARCHAR", ({body}) => body],
  ["subject", "VARCHAR", ({subject}) => subject],
  ["read", "BOOLEAN", ({read}) => read],
  ["attachments", "BIGINT", ({parts}) => parts.filter(isAttachment).length],
  ["sentiment", "DOUBLE", ({body}) => toSentiment(body)]
];

export const PART_FIELDS: readonly Field<MessagePart>[] = [
  ["message_id", "VARCHAR", ({message}) => message],
  ["seq", "BIGINT", ({seq}) => seq],
  ["content_type", "VARCHAR", ({contentType}) => contentType],
  ["name", "VARCHAR", ({name}) => name],
  ["text", "VARCHAR", ({text}) => text],
  ["bytes", "BIGINT", ({bytes}) => bytes]
];

/** An `sms` element. */
export function toSms(element: XmlElement, offsetMinutes: number | null): Message {
  const address = getAddresses(element)[0] ?? null;
  const body = getText(element, "body");
  const type = getInteger(element, "type") ?? 0;
  const key = [getText(element, "date"), address, type, hashShort(body ?? "")];
  return {
    id: `sms ${key.join(" ")}`,
    time: getTime(element, "date"),
    offsetMinutes,
    sentTime: getTime(element, "date_sent"),
    address,
    conversation: address,
    contact: getContact(element),
    direction: DIRECTIONS[type] ?? null,
    kind: "sms",
    body,
    subject: getText(element, "subject"),
    read: getText(element, "read") === "1",
    parts: []
  };
}

/** An `mms` element, whose parts hold its text and its attachments. */
export function toMms(element: XmlElement, offsetMinutes: number | null): Message {
  const box = getInteger(element, "msg_box") ?? 0;
  const others = getAddresses(element);
  const from = findAll(element, "addr").find((addr) => getInteger(addr, "type") === FROM);
  const sender = from && getText(from, "address");
  const isKnown = box === 1 && sender && sender !== NO_ADDRESS;
  const address = isKnown ? normaliseAddress(sender) : (others[0] ?? null);
  const parts = findAll(element, "part");
  const texts = parts.filter((part) => getText(part, "ct") === "text/plain");
  const body = texts.map((part) => getText(part, "text") ?? "").join("\n") || null;
  const key = [getText(element, "date"), others.join("~"), box, hashShort(body ?? "")];
  const id = `mms ${getText(element, "m_id") ?? key.join(" ")}`;
  return {
    id,
    time: getTime(element, "date"),
    offsetMinutes,
    sentTime: toSentTime(element),
    address,
    conversation: others.toSorted().join("~") || address,
    contact: getContact(element),
    direction: DIRECTIONS[box] ?? null,
    kind: "mms",
    body,
    subject: getText(element, "sub"),
    read: getText(element, "read") === "1",
    parts: parts.map((part, i) => toPart(part, id, i))
  };
}

/** In an MMS this is in seconds, in some backups in milliseconds. */
function toSentTime(element: XmlElement): Date | null {
  const time = getTime(element, "date_sent");
  return time && time.getTime() < 1e11 ? new Date(time.getTime() * 1000) : time;
}

function toPart(part: XmlElement, message: string, i: number): MessagePart {
  const data = getText(part, "data");
  const text = getText(part, "text");
  return {
    message,
    seq: i,
    contentType: getText(part, "ct"),
    name: getText(part, "name") ?? getText(part, "fn") ?? getText(part, "cl"),
    text,
    bytes: data === null ? (text === null ? null : toUtf8Length(text)) : toDecodedLength(data)
  };
}

/** The layout of a slide show and the text itself are parts too, but nobody attached them. */
function isAttachment({contentType}: MessagePart): boolean {
  return contentType !== "application/smil" && contentType !== "text/plain";
}

function getAddresses(element: XmlElement): string[] {
  const addresses = (getText(element, "address") ?? "").split("~");
  return addresses.filter((one) => one !== "" && one !== NO_ADDRESS).map(normaliseAddress);
}

/** The bytes that a text in base64 stands for. */
function toDecodedLength(data: string): number {
  const digits = data.replace(/[\s=]/g, "").length;
  return Math.floor((digits * 3) / 4);
}

function toUtf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    child.name === name ? [child] : findAll(child, name)
  );
}
