import {decodeText} from "../lib/text-encoding.ts";
import type {Content, ContentLine} from "./content-lines.ts";
import {parseContent, unfoldLines} from "./content-lines.ts";
import {decodeQuotedPrintable} from "./quoted-printable.ts";

const QUOTED_PRINTABLE = /;(?:ENCODING=)?QUOTED-PRINTABLE(?=[;:])/i;
const BASE64 = /;(?:ENCODING=)?(?:BASE64|B)(?=[;:])/i;

/**
 * The cards of a text in any version of vCard. Version 2.1 (bare parameters, quoted-printable, encodings by property)
 * is turned into 3.0, which ical.js reads.
 */
export function parseCards(text: string): Content {
  const version = /^VERSION:\s*([\d.]+)/im.exec(text)?.[1];
  const lines = joinLines(unfoldLines(text)).map(({text, line}) => ({
    text: toVersion3(text),
    line
  }));
  return parseContent(lines, () => (version === "4.0" ? "vcard" : "vcard3"));
}

/** Lines that go on without a blank: quoted-printable after a `=`, and base64 until what is none. */
function joinLines(lines: readonly ContentLine[]): ContentLine[] {
  const joined: {text: string; line: number}[] = [];
  for (const {text, line} of lines) {
    const last = joined.at(-1);
    const header = last?.text.slice(0, last.text.indexOf(":") + 1) ?? "";
    if (last?.text.endsWith("=") && QUOTED_PRINTABLE.test(header))
      last.text = last.text.slice(0, -1) + text;
    else if (last && BASE64.test(header) && /^[A-Za-z\d+/=]+$/.test(text)) last.text += text;
    else joined.push({text, line});
  }
  return joined;
}

/** A line of vCard 2.1 as one of 3.0; a line of a later version stays as it is, but for quoted-printable. */
function toVersion3(text: string): string {
  const colon = text.indexOf(":");
  const [name = "", ...parameters] = text.slice(0, colon).split(";");
  const isOld = parameters.some((parameter) => !parameter.includes("="));
  const isQuoted = QUOTED_PRINTABLE.test(text.slice(0, colon + 1));
  const charset = parameters.find((one) => /^CHARSET=/i.test(one))?.slice("CHARSET=".length);
  if (colon < 0 || (!isOld && !isQuoted && charset === undefined)) return text;
  const kept = parameters
    .filter((one) => !/^(?:(?:ENCODING=)?QUOTED-PRINTABLE|CHARSET=.*)$/i.test(one))
    .map((one) => {
      if (one.includes("=")) return one;
      return /^(?:BASE64|B|7BIT|8BIT)$/i.test(one) ? `ENCODING=${one}` : `TYPE=${one}`;
    });
  const value = text.slice(colon + 1);
  return `${[name, ...kept].join(";")}:${isQuoted ? toEscaped(decode(value, charset), name) : value}`;
}

/** What quoted-printable hid must be escaped now; a comma parts nothing in 2.1, but for categories. */
function toEscaped(value: string, name: string): string {
  const lines = value.replace(/\r\n?|\n/g, "\\n");
  return /^CATEGORIES$/i.test(name) ? lines : lines.replace(/(?<!\\),/g, "\\,");
}

function decode(value: string, charset: string | undefined): string {
  const bytes = decodeQuotedPrintable(value);
  if (charset === undefined || /^utf-?8$/i.test(charset)) return decodeText(bytes).text;
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return decodeText(bytes).text; // nobody knows this charset: what the bytes look like
  }
}
