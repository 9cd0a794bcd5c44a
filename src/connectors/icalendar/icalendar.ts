import type {ContentComponent} from "../../formats/content-lines.ts";
import type {Field} from "../../formats/field-table.ts";
import {toFieldTable} from "../../formats/field-table.ts";
import {parseCalendar} from "../../formats/ics.ts";
import {refuse, toRefusal} from "../../formats/refusal.ts";
import {decodeText} from "../../lib/text-encoding.ts";
import type {Connector} from "../../model/format.ts";
import type {Problem} from "../../model/problem.ts";
import type {DataTable, Reading} from "../../model/table.ts";
import {createReadTime, toWindow} from "./calendar-times.ts";
import {EVENT_FIELDS, toEvents} from "./events.ts";
import type {HasComponent} from "./fields.ts";
import {findText} from "./fields.ts";
import {createBudget} from "./recurrence.ts";
import {JOURNAL_FIELDS, TODO_FIELDS, toNotes} from "./todos.ts";

const MAX_PROBLEMS = 200;

/** Calendars (RFC 5545) with recurrences as rows, tasks and journals. */
export const icalendar: Connector = {
  name: "icalendar",
  label: "iCalendar",
  formats: ["ics", "text", "csv"],
  extensions: [],
  recognise: ({text}) =>
    /^\s*BEGIN:V(?:CALENDAR|EVENT|TODO|JOURNAL)\s*$/im.test(text.slice(0, 2000)),
  tables: [
    {
      name: "events",
      what:
        "One event, or one recurrence of one. `start_time` and `end_time` are in UTC, null for whole days and for times " +
        "without a zone; `start_local` and `end_local` are what the clock of the event shows, and the end of whole " +
        "days is the day after. Recurrences are rows from two years before to two years after the file was written.",
      key: ["event_id"]
    },
    {
      name: "todos",
      what: "One task; a series of them is one row, with its rule.",
      key: ["todo_id"]
    },
    {name: "journals", what: "One entry of a journal.", key: ["journal_id"]}
  ],
  help: `Any calendar program writes iCalendar files (\`.ics\`).

1. **Google Calendar**: on a computer open *Settings* → *Import & export* → *Export*. You get a zip with one file for each calendar; put it into \`data/raw\` as it is.
2. **Apple Calendar**: select a calendar, then *File* → *Export* → *Export…*.
3. **Outlook**: *File* → *Save Calendar*, or on the web *Settings* → *Calendar* → *Shared calendars* → *Publish*, and download the ICS link.
4. **Nextcloud, Thunderbird**: the menu of a calendar → *Export*.

An event that recurs gives a row for each recurrence, from two years before to two years after the file was last written (by the newest time stamp in it). Exceptions, moved and deleted recurrences are heeded. Its first event is always a row. Export again to see further.`,
  read(bytes, {path}): Reading {
    try {
      const {text, encoding} = decodeText(bytes);
      const {roots, problems} = parseCalendar(text);
      if (roots.length === 0) return {...refuse(path, "no calendar in it"), details: {encoding}};
      const told: Problem[] = problems.map((problem) => ({file: path, ...problem}));
      const report = (where: string, what: string): void => {
        if (told.length < MAX_PROBLEMS) told.push({file: path, where, what});
      };
      const components = roots.flatMap((root) =>
        root.name === "vcalendar" ? root.components : [root]
      );
      const calendars = new Map(
        roots.flatMap((root) =>
          root.components.map((one) => [one, findCalendarName(root)] as const)
        )
      );
      return readComponents(components, calendars, encoding, report, told);
    } catch (error) {
      return refuse(path, toRefusal(error));
    }
  }
};

function readComponents(
  components: readonly ContentComponent[],
  calendars: ReadonlyMap<ContentComponent, string | null>,
  encoding: string,
  report: (where: string, what: string) => void,
  problems: readonly Problem[]
): Reading {
  const select = (name: string): ContentComponent[] =>
    components.filter((component) => component.name === name);
  const window = toWindow(components.filter(({name}) => name !== "vtimezone"));
  const context = {
    readTime: createReadTime(components, report),
    report,
    window,
    budget: createBudget()
  };
  const {rows, leftOut} = toEvents(select("vevent"), context);
  const calendar: Field<HasComponent> = [
    "calendar",
    "VARCHAR",
    ({component}) => calendars.get(component)
  ];
  const todos = toNotes(select("vtodo"), context);
  const journals = toNotes(select("vjournal"), context);
  const tables: DataTable[] = [
    toFieldTable("events", rows, [...EVENT_FIELDS, calendar], ["event_id"]),
    toFieldTable("todos", todos, [...TODO_FIELDS, calendar], ["todo_id"]),
    toFieldTable("journals", journals, [...JOURNAL_FIELDS, calendar], ["journal_id"])
  ].filter(({columns}) => columns[0]!.values.length > 0);
  if (tables.length === 0) {
    const names = [...new Set(components.map(({name}) => name))].join(", ");
    report("", `no event, task or journal entry in it; there is: ${names || "nothing"}`);
  }
  const recurrences = window && {
    from: new Date(window.from).toISOString().slice(0, 10),
    to: new Date(window.to).toISOString().slice(0, 10),
    left_out: leftOut
  };
  return {tables, problems, details: {encoding, recurrences}};
}

/** Google and Apple write `X-WR-CALNAME`, RFC 7986 says `NAME`. */
function findCalendarName(root: ContentComponent): string | null {
  return findText(root, "x-wr-calname") ?? findText(root, "name");
}
