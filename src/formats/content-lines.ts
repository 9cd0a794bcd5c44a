import ICAL from "ical.js";
import {toMessage} from "../lib/errors.ts";

/** A line of iCalendar or vCard, `NAME;PARAMETER=…:VALUE`. */
export interface ContentProperty {
  /** In lower case, without a group. */
  readonly name: string;
  /** By name in lower case. */
  readonly parameters: Readonly<Record<string, string | readonly string[]>>;
  /** The type of its values by the standard, in lower case: `text`, `date-time`, `recur` … */
  readonly type: string;
  /** As in jCal (RFC 7265) and jCard (RFC 7095): texts without escapes, lists where a value has parts. */
  readonly values: readonly unknown[];
  /** The value as it stands in the file. */
  readonly raw: string;
  readonly line: number;
}

/** What stands between `BEGIN` and `END`. */
export interface ContentComponent {
  /** In lower case: `vcalendar`, `vevent`, `vcard` … */
  readonly name: string;
  readonly line: number;
  readonly properties: readonly ContentProperty[];
  readonly components: readonly ContentComponent[];
}

export interface Content {
  readonly roots: readonly ContentComponent[];
  /** Lines that are left out, and what else is not as it should be. */
  readonly problems: readonly {readonly where: string; readonly what: string}[];
}

/** An unfolded line, and the number of the line that it begins on. */
export interface ContentLine {
  readonly text: string;
  readonly line: number;
}

/** The standards whose properties and types ical.js knows; vCard 2.1 is turned into 3.0 before. */
export type ContentStandard = "icalendar" | "vcard" | "vcard3";

interface OpenComponent extends ContentComponent {
  readonly properties: ContentProperty[];
  readonly components: ContentComponent[];
}

/** More problems of one file than these are of no use to anybody. */
const MAX_PROBLEMS = 100;
const MAX_SHOWN_LENGTH = 60;

/** Lines as they were before they were folded: one that begins with a blank goes on with the one before. */
export function unfoldLines(text: string): ContentLine[] {
  const lines: {text: string; line: number}[] = [];
  text.split(/\r\n|\n|\r/).forEach((part, i) => {
    const last = lines.at(-1);
    if (last && /^[ \t]/.test(part)) last.text += part.slice(1);
    else if (part.trim() !== "") lines.push({text: part, line: i + 1});
  });
  return lines;
}

/**
 * The components that lines make up. A line that is none is left out and told, the rest is read all the same; what
 * is not ended where the file ends counts as it stands. ical.js reads each line.
 */
export function parseContent(
  lines: readonly ContentLine[],
  toStandard: (component: string) => ContentStandard
): Content {
  const roots: ContentComponent[] = [];
  const open: OpenComponent[] = [];
  const problems: {where: string; what: string}[] = [];
  let problemCount = 0;
  const report = (line: number, what: string): void => {
    if (++problemCount <= MAX_PROBLEMS) problems.push({where: `line ${line}`, what});
  };
  for (const {text, line} of lines) {
    const mark = /^(BEGIN|END):(.*)$/i.exec(text);
    const name = mark?.[2]?.trim().toLowerCase() ?? "";
    if (mark && mark[1]!.toUpperCase() === "BEGIN") {
      const component: OpenComponent = {name, line, properties: [], components: []};
      (open.at(-1)?.components ?? roots).push(component);
      open.push(component);
    } else if (mark) {
      const depth = open.findLastIndex((component) => component.name === name);
      if (depth < 0) report(line, `line left out, nothing to end: ${toShown(text)}`);
      else open.length = depth;
    } else {
      const component = open.at(-1);
      if (!component) {
        report(line, `line left out, outside of any component: ${toShown(text)}`);
        continue;
      }
      try {
        component.properties.push(parseLine(text, line, toStandard(open[0]!.name)));
      } catch (error) {
        report(line, `line left out: ${toShown(toMessage(error))}`);
      }
    }
  }
  for (const {name, line} of open) report(line, `not ended before the file ends: ${name}`);
  if (problemCount > MAX_PROBLEMS)
    problems.push({where: "", what: `${problemCount - MAX_PROBLEMS} more lines left out`});
  return {roots, problems};
}

/** The first property by a name. */
export function findProperty(
  {properties}: ContentComponent,
  name: string
): ContentProperty | undefined {
  return properties.find((property) => property.name === name);
}

/** All properties by a name. */
export function findProperties({properties}: ContentComponent, name: string): ContentProperty[] {
  return properties.filter((property) => property.name === name);
}

/** A property's first value where it is a text that says something. */
export function toContentText(property: ContentProperty | undefined): string | null {
  const value = property?.values[0];
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : null;
}

/** A parameter's text; where it has several, the first. */
export function toParameter(property: ContentProperty | undefined, name: string): string | null {
  const value = property?.parameters[name];
  const text = typeof value === "string" ? value : value?.[0];
  return text === undefined || text === "" ? null : text;
}

function parseLine(text: string, line: number, standard: ContentStandard): ContentProperty {
  const [name, parameters, type, ...values] = ICAL.parse.property(
    toParsable(text),
    ICAL.design[standard]
  ) as [string, Record<string, string | string[]>, string, ...unknown[]];
  const raw = text.slice(findColon(text) + 1);
  return {name, parameters, type, values, raw, line};
}

/** What ical.js stumbles over: blanks in rules, and carets in parameters (RFC 6868), whose lengths it gets wrong. */
function toParsable(text: string): string {
  if (/^(?:RRULE|EXRULE)\b/i.test(text)) return text.replaceAll(" ", "");
  const colon = findColon(text);
  const header = text.slice(0, colon);
  if (!header.includes("^")) return text;
  const plain = {n: "\n", "'": "'", "^": "^"} as const;
  return (
    header.replace(/\^([n'^])/g, (_, mark: keyof typeof plain) => plain[mark]) + text.slice(colon)
  );
}

/** The colon that ends a line's parameters: one within quotes does not. */
function findColon(text: string): number {
  let isQuoted = false;
  for (let i = 0; i < text.length; ++i) {
    if (text[i] === '"') isQuoted = !isQuoted;
    else if (text[i] === ":" && !isQuoted) return i;
  }
  return text.indexOf(":");
}

function toShown(text: string): string {
  return text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH)} …` : text;
}
