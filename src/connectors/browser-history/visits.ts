import type {Field} from "../../formats/field-table.ts";
import type {SqliteRow} from "../../formats/sqlite/database.ts";
import {fromAppleTime, fromChromeTime, fromMicros, toDomain} from "./web-time.ts";

export interface Visit {
  readonly time: Date | null;
  readonly url: string;
  readonly title: string | null;
  readonly transition: string | null;
  readonly seconds: number | null;
  readonly browser: string;
}

export const VISIT_FIELDS: readonly Field<Visit>[] = [
  ["visit_id", "VARCHAR", ({time, url}) => `${time?.toISOString() ?? ""} ${url}`],
  ["time", "TIMESTAMPTZ", ({time}) => time],
  ["url", "VARCHAR", ({url}) => url],
  ["domain", "VARCHAR", ({url}) => toDomain(url)],
  ["title", "VARCHAR", ({title}) => title],
  ["transition", "VARCHAR", ({transition}) => transition],
  ["duration_s", "DOUBLE", ({seconds}) => seconds],
  ["browser", "VARCHAR", ({browser}) => browser]
];

/** How a browser keeps its history: the tables by which it is known, and the query for its visits. */
export interface Layout {
  readonly browser: string;
  readonly tables: readonly [string, string];
  readonly sql: string;
  readonly toVisit: (row: SqliteRow) => Visit;
}

const CHROME_TRANSITIONS = [
  "link",
  "typed",
  "bookmark",
  "subframe",
  "subframe",
  "generated",
  "start page",
  "form",
  "reload",
  "keyword",
  "keyword"
];
const FIREFOX_TRANSITIONS = [
  "",
  "link",
  "typed",
  "bookmark",
  "embed",
  "redirect",
  "redirect",
  "download",
  "framed link",
  "reload"
];

export const LAYOUTS: readonly Layout[] = [
  {
    browser: "chrome",
    tables: ["urls", "visits"],
    sql: `SELECT v.visit_time, u.url, u.title, v.transition & 255, v.visit_duration
      FROM visits v JOIN urls u ON u.id = v.url ORDER BY v.visit_time`,
    toVisit: ([time, url, title, transition, duration]) => ({
      time: fromChromeTime(time),
      url: toText(url) ?? "",
      title: toText(title),
      transition: CHROME_TRANSITIONS[Number(transition)] ?? null,
      seconds: duration ? Number(duration) / 1e6 : null,
      browser: "chrome"
    })
  },
  {
    browser: "firefox",
    tables: ["moz_places", "moz_historyvisits"],
    sql: `SELECT v.visit_date, p.url, p.title, v.visit_type
      FROM moz_historyvisits v JOIN moz_places p ON p.id = v.place_id ORDER BY v.visit_date`,
    toVisit: ([time, url, title, transition]) => ({
      time: fromMicros(time),
      url: toText(url) ?? "",
      title: toText(title),
      transition: FIREFOX_TRANSITIONS[Number(transition)] ?? null,
      seconds: null,
      browser: "firefox"
    })
  },
  {
    browser: "safari",
    tables: ["history_items", "history_visits"],
    sql: `SELECT v.visit_time, i.url, v.title
      FROM history_visits v JOIN history_items i ON i.id = v.history_item ORDER BY v.visit_time`,
    toVisit: ([time, url, title]) => ({
      time: fromAppleTime(time),
      url: toText(url) ?? "",
      title: toText(title),
      transition: null,
      seconds: null,
      browser: "safari"
    })
  }
];

/** A record of Google Takeout's `History.json`; null where it has no address. */
export function toTakeoutVisit(record: Readonly<Record<string, unknown>>): Visit | null {
  const url = toText(record.url);
  if (url === null) return null;
  return {
    time: fromMicros(record.time_usec),
    url,
    title: toText(record.title),
    transition: toText(record.page_transition)?.toLowerCase().replaceAll("_", " ") ?? null,
    seconds: null,
    browser: "chrome"
  };
}

function toText(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
