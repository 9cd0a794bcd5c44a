import type {Random} from "../../lib/random.ts";
import {MONTHS, toEpoch, toDay, toWallClock} from "./calendar.ts";
import {findContact, type Contact} from "./cast.ts";
import {toTextFile, type SampleFile} from "./file.ts";
import {createConversations} from "./talk/conversations.ts";
import type {Message} from "./talk/perform.ts";
import {PICTURES, type Picture} from "./talk/pictures.ts";
import {toAttributes} from "./xml.ts";

const BACKUP_TIME = toEpoch(toDay("2026-01-01"), 3 * 60);
const UNREAD_SINCE = toEpoch(toDay("2025-12-29"), 0);
const IS_WRITTEN_AS_ENTITY = 0.6;
const RECEIVED = 1;
const SENT = 2;
/** Codes of the MMS standard: a retrieved message, the sender among the addresses, a character set. */
const RETRIEVED = 132;
const FROM = 137;
const UTF8 = 106;

/** A year of text messages, in the layout of SMS Backup & Restore. */
export function messages(root: Random): SampleFile[] {
  const random = root.fork("messages");
  const texts = createConversations(root);
  const head = toAttributes({
    count: texts.length + PICTURES.length,
    backup_set: random.fill("%%%%%%%%-%%%%-4%%%-a%%%-%%%%%%%%%%%%"),
    backup_date: BACKUP_TIME,
    type: "full"
  });
  const lines = [
    "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>",
    "<!--Made by the sample generator of Lakebook in the layout of SMS Backup & Restore-->",
    `<smses${head}>`,
    ...texts.map((message) => toSms(random, message)),
    ...PICTURES.map(toMms),
    "</smses>"
  ];
  return [toTextFile("messages/sms-2025.xml", `${lines.join("\n")}\n`)];
}

function toSms(random: Random, {contact, isMine, time, body}: Message): string {
  const attributes = toAttributes({
    protocol: 0,
    address: toAddress(contact),
    date: time,
    type: isMine ? SENT : RECEIVED,
    subject: null,
    body,
    toa: null,
    sc_toa: null,
    service_center: null,
    read: isMine || time < UNREAD_SINCE ? 1 : 0,
    status: -1,
    locked: 0,
    date_sent: isMine ? 0 : time - random.integer(400, 4000),
    sub_id: 1,
    readable_date: toReadable(time),
    contact_name: contact.name
  });
  // Some versions of the app write emoji as numeric entities, some as they are: a reader must take both.
  return `  <sms${random.chance(IS_WRITTEN_AS_ENTITY) ? toEntities(attributes) : attributes} />`;
}

function toMms({contact: name, date, minute, file, body}: Picture): string {
  const address = toAddress(findContact(name));
  const time = toEpoch(toDay(date), minute);
  const message = toAttributes({
    date: time,
    ct_t: "application/vnd.wap.multipart.related",
    msg_box: RECEIVED,
    address,
    m_type: RETRIEVED,
    text_only: 0,
    read: 1,
    sub: null,
    sub_id: 1,
    readable_date: toReadable(time),
    contact_name: name
  });
  const image = toAttributes({
    seq: 0,
    ct: "image/jpeg",
    name: file,
    chset: null,
    cl: file,
    text: null
  });
  const text = toAttributes({
    seq: 1,
    ct: "text/plain",
    name: null,
    chset: UTF8,
    cl: "text.txt",
    text: body
  });
  const sender = toAttributes({address, type: FROM, charset: UTF8});
  return [
    `  <mms${message}>`,
    "    <parts>",
    `      <part${image} />`,
    ...(body ? [`      <part${text} />`] : []),
    "    </parts>",
    "    <addrs>",
    `      <addr${sender} />`,
    "    </addrs>",
    "  </mms>"
  ].join("\n");
}

function toAddress({phone}: Contact): string {
  return `+1${phone.replaceAll("-", "")}`;
}

/** A time as the app shows it, such as "Mar 14, 2025 11:12:04 PM". */
function toReadable(time: number): string {
  const clock = toWallClock(time);
  const hour = clock.getUTCHours();
  const [minute, second] = [clock.getUTCMinutes(), clock.getUTCSeconds()].map((part) =>
    String(part).padStart(2, "0")
  );
  const date = `${MONTHS[clock.getUTCMonth()]} ${clock.getUTCDate()}, ${clock.getUTCFullYear()}`;
  return `${date} ${hour % 12 || 12}:${minute}:${second} ${hour < 12 ? "AM" : "PM"}`;
}

function toEntities(text: string): string {
  return text.replace(/\p{Extended_Pictographic}/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
