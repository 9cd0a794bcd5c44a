import type {Field} from "../../formats/field-table.ts";
import {toFieldTable} from "../../formats/field-table.ts";
import {walkJsonItems} from "../../formats/json-items.ts";
import {InputError} from "../../lib/errors.ts";
import {toUtc} from "../../lib/utc.ts";
import type {Connector} from "../../model/format.ts";
import type {Problem} from "../../model/problem.ts";
import {toDomain} from "../browser-history/web-time.ts";
import {listAt, textAt} from "./values.ts";

const KEY = ["activity_id"];
const BATCH_ROWS = 5000;
/** What Google writes before the title, in English; in other languages the title stays whole. */
const ACTIONS =
  /^(Watched|Searched for|Visited|Used|Viewed|Listened to|Liked|Read|Asked|Played|Said|Opened|Shared|Installed|Dismissed|Subscribed to)\s+/;

const FIELDS: readonly Field<unknown>[] = [
  ["activity_id", "VARCHAR", toActivityId],
  ["time", "TIMESTAMPTZ", (item) => toUtc(textAt(item, "time") ?? "")?.time],
  ["product", "VARCHAR", (item) => textAt(item, "header")],
  ["action", "VARCHAR", (item) => ACTIONS.exec(textAt(item, "title") ?? "")?.[1]?.toLowerCase()],
  ["title", "VARCHAR", (item) => textAt(item, "title")?.replace(ACTIONS, "")],
  ["url", "VARCHAR", (item) => textAt(item, "titleUrl")],
  ["domain", "VARCHAR", (item) => toDomain(textAt(item, "titleUrl"))],
  ["channel", "VARCHAR", (item) => textAt(listAt(item, "subtitles")[0], "name")],
  ["channel_url", "VARCHAR", (item) => textAt(listAt(item, "subtitles")[0], "url")],
  [
    "details",
    {list: "VARCHAR"},
    (item) => listAt(item, "details").flatMap((detail) => textAt(detail, "name") ?? [])
  ]
];

/** My Activity, and YouTube's history of what was watched and looked for, as JSON. */
export const takeoutActivity: Connector = {
  name: "takeout-activity",
  label: "Google My Activity and YouTube history",
  formats: ["json"],
  extensions: [],
  recognise: ({text}) => {
    const start = text.slice(0, 4000);
    return (
      /^\s*\[\s*\{/.test(start) &&
      [/"header"\s*:/, /"title"\s*:/, /"time"\s*:/, /"products"\s*:/].every((key) =>
        key.test(start)
      )
    );
  },
  tables: [
    {
      name: "google_activity",
      what:
        "One thing that was watched, searched, visited or used, in UTC. `action` is known of English exports; of others " +
        "`title` has it in it. `channel` is YouTube's.",
      key: KEY
    }
  ],
  help: `1. Go to takeout.google.com → *Deselect all* → *My Activity* and *YouTube and YouTube Music* (*All YouTube data included* → only *history*).
2. **Choose JSON**: for *My Activity* under *Multiple formats*, for YouTube likewise at *history*. The default is HTML, which is read as a page and not as activity: its times are written in your language without a zone that is certain.
3. *Next step* → *Create export*; put the zip into \`data/raw\` as it is.`,
  async stream(source, sink, {path, signal}) {
    const problems: Problem[] = [];
    let items: unknown[] = [];
    let count = 0;
    const flush = async (): Promise<void> => {
      if (items.length > 0) await sink.write(toFieldTable("google_activity", items, FIELDS, KEY));
      items = [];
    };
    try {
      for await (const item of walkJsonItems(source)) {
        ++count;
        items.push(item);
        if (items.length < BATCH_ROWS) continue;
        signal?.throwIfAborted();
        await flush();
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push({
        file: path,
        where: `item ${count + 1}`,
        what: `read up to here: ${error.message}`
      });
    }
    await flush();
    if (count === 0) problems.push({file: path, where: "", what: "no activity in it"});
    return {problems};
  }
};

function toActivityId(item: unknown): string {
  return ["time", "header", "title", "titleUrl"]
    .map((name) => textAt(item, name) ?? "")
    .join(" | ");
}
