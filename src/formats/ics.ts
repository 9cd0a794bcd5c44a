import {decodeText} from "../lib/text-encoding.ts";
import type {Format} from "../model/format.ts";
import type {Content} from "./content-lines.ts";
import {parseContent, unfoldLines} from "./content-lines.ts";
import {toContentTable} from "./content-table.ts";
import {refuse, toRefusal} from "./refusal.ts";

/** iCalendar (RFC 5545) line by line; the connector `icalendar` makes events of it. */
export const ics: Format = {
  name: "ics",
  extensions: ["ics", "ical", "ifb", "icalendar"],
  read(bytes, {path}) {
    try {
      const {text, encoding} = decodeText(bytes);
      const {roots, problems} = parseCalendar(text);
      const told = problems.map((problem) => ({file: path, ...problem}));
      if (roots.length === 0) return {...refuse(path, "no calendar in it"), details: {encoding}};
      return {tables: [toContentTable(roots)], problems: told, details: {encoding}};
    } catch (error) {
      return refuse(path, toRefusal(error));
    }
  }
};

/** The calendars of a text. */
export function parseCalendar(text: string): Content {
  return parseContent(unfoldLines(text), () => "icalendar");
}
