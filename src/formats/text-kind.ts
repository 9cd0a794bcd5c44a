import type {Format} from "../model/format.ts";
import {csv, isDelimited} from "./delimited.ts";
import {eml} from "./eml.ts";
import {gpx} from "./gpx.ts";
import {html} from "./html/html.ts";
import {ics} from "./ics.ts";
import {image} from "./image/image.ts";
import {json} from "./json.ts";
import {mbox} from "./mbox.ts";
import {ndjson} from "./ndjson.ts";
import {ofx} from "./ofx.ts";
import {qif} from "./qif.ts";
import {tcx} from "./tcx.ts";
import {text} from "./text.ts";
import {vcf} from "./vcf.ts";
import {xml} from "./xml.ts";

/** How texts begin that are one kind of file and no other. */
const BEGINNINGS: readonly (readonly [pattern: RegExp, format: Format])[] = [
  [/^BEGIN:VCALENDAR\b/i, ics],
  [/^BEGIN:VCARD\b/i, vcf],
  [/^OFXHEADER\s*:|^(?=<)[^]*?<OFX>/i, ofx],
  [/^!(?:Type|Account|Option):?/i, qif],
  [/^From \S+ .*\b\d\d:\d\d(?::\d\d)?\b.*\b\d{4}\b.*\n[\w-]+:/, mbox],
  [/^(?:<\?xml[^]*?\?>|<!--[^]*?-->|<!doctype[^>]*>|\s)*<svg\b/i, image],
  [/^(?=<)[^]*?<TrainingCenterDatabase\b/, tcx],
  [/^(?=<)[^]*?<(?:\w+:)?gpx[\s>]/, gpx]
];
/** Web pages, and the bookmarks that browsers export as one. */
const PAGE = /^<(?:!doctype (?:html|netscape)|html|table)\b/i;
const MAIL_LINE = /^(?:[\w-]+:|[ \t])/;
const MAIL_FIELDS = [/^from:/im, /^(?:date|message-id|received|mime-version):/im];

/** The kind that the beginning of a text proves, whatever the file is called. */
export function detectTextSignature(start: string): Format | undefined {
  return BEGINNINGS.find(([pattern]) => pattern.test(start))?.[1];
}

/** What a text is that is called something else, where it is beyond doubt. */
export function detectMisnamed(start: string): Format | undefined {
  if (PAGE.test(start)) return html;
  if (start.startsWith("<?xml")) return xml;
  if (isJsonLines(start)) return ndjson;
  return isDelimited(start) ? csv : undefined;
}

/** What a text is that has no name to go by. */
export function detectText(start: string): Format {
  if (isMail(start)) return eml;
  return detectMisnamed(start) ?? (/^[[{]/.test(start) ? json : text);
}

/** True of JSON values line by line, whatever the file is called. */
export function isJsonLines(start: string): boolean {
  const [first = "", second = ""] = start.split("\n");
  return isJson(first) && /^\s*[[{]/.test(second);
}

/** Whether the lines up to the first empty one are the fields of a message. */
function isMail(start: string): boolean {
  const [fields = ""] = start.split(/\r?\n\r?\n/, 1);
  const lines = fields.split(/\r?\n/);
  return (
    lines.every((line) => MAIL_LINE.test(line)) && MAIL_FIELDS.every((field) => field.test(fields))
  );
}

function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return false; // a question, not a failure
  }
}
