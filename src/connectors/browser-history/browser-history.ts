import {joinBytes} from "../../formats/archive/join-bytes.ts";
import {toFieldTable} from "../../formats/field-table.ts";
import {readJsonValue} from "../../formats/json-value.ts";
import {isRecord} from "../../formats/records.ts";
import {refuse} from "../../formats/refusal.ts";
import {SqliteDatabase} from "../../formats/sqlite/database.ts";
import {InputError} from "../../lib/errors.ts";
import type {ByteSource} from "../../model/bytes.ts";
import type {Connector, ReadContext} from "../../model/format.ts";
import type {ReadingNotes, TableSink} from "../../model/table.ts";
import type {Layout, Visit} from "./visits.ts";
import {LAYOUTS, VISIT_FIELDS, toTakeoutVisit} from "./visits.ts";

const KEY = ["visit_id"];
const MAX_BYTES = 512 * 1024 * 1024;
const BATCH_ROWS = 5000;
/** The keys under which Google Takeout has had the list. */
const TAKEOUT = /^\s*\{\s*"(?:Browser History|browser_history)"\s*:\s*\[/;

/** What was visited in a browser: Chrome's, Firefox's and Safari's own databases, and Google Takeout. */
export const browserHistory: Connector = {
  name: "browser-history",
  label: "Browser history",
  formats: ["sqlite", "json"],
  extensions: [],
  recognise: ({text, head}) => TAKEOUT.test(text) || findLayout(head) !== undefined,
  tables: [
    {
      name: "history",
      what: "One visit of a page, in UTC. The same page at the same moment in two exports is one row.",
      key: KEY
    }
  ],
  help: `The browser keeps its history in a database in your profile. Close the browser, then copy the file into \`data/raw\`.

1. **Chrome, Edge, Brave**: open \`chrome://version\`, look for *Profile Path*; the file is \`History\`.
2. **Firefox**: open \`about:profiles\` → *Root Directory*; the file is \`places.sqlite\`.
3. **Safari**: \`~/Library/Safari/History.db\`.
4. **Google Takeout** (takeout.google.com → *Chrome*): \`History.json\` or \`BrowserHistory.json\`, of all devices that are signed in.

Chrome forgets after 90 days: copy now and then, all copies fill one table.`,
  async stream(source, sink, context) {
    const head = await source.slice(0, 65_536);
    const layout = findLayout(head);
    return layout
      ? readDatabase(source, sink, context, layout)
      : readTakeout(source, sink, context);
  }
};

async function readDatabase(
  source: ByteSource,
  sink: TableSink,
  {path, signal}: ReadContext,
  {sql, toVisit}: Layout
): Promise<ReadingNotes> {
  if (source.size > MAX_BYTES) return refuse(path, "database too large: 512 MB at most");
  let database: SqliteDatabase | undefined;
  try {
    database = await SqliteDatabase.open(await joinBytes(source.stream(), source.size));
    let visits: Visit[] = [];
    const flush = async (): Promise<void> => {
      if (visits.length > 0) await sink.write(toFieldTable("history", visits, VISIT_FIELDS, KEY));
      visits = [];
    };
    for (const row of database.rows(sql, {useBigInt: true})) {
      signal?.throwIfAborted();
      visits.push(toVisit(row));
      if (visits.length >= BATCH_ROWS) await flush();
    }
    await flush();
    const what = "what stands in a -wal file beside it is not read: close the browser, then copy";
    return {problems: database.hasJournal ? [{file: path, where: "", what}] : []};
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return refuse(path, `history cannot be read: ${error.message}`);
  } finally {
    database?.close();
  }
}

async function readTakeout(
  source: ByteSource,
  sink: TableSink,
  {path}: ReadContext
): Promise<ReadingNotes> {
  const bytes = await source.slice(0, source.size);
  const {tables, ...notes} = readJsonValue(bytes, path, (value) => {
    const list = isRecord(value) ? (value["Browser History"] ?? value.browser_history) : null;
    if (!Array.isArray(list)) return refuse(path, "no browser history in it");
    const visits = list.filter(isRecord).flatMap((record) => toTakeoutVisit(record) ?? []);
    return {tables: [toFieldTable("history", visits, VISIT_FIELDS, KEY)], problems: []};
  });
  for (const table of tables) await sink.write(table);
  return notes;
}

/** By the statements that made its tables, which stand at the beginning of a database in clear. */
function findLayout(head: Uint8Array): Layout | undefined {
  const text = new TextDecoder("latin1").decode(head);
  if (!text.startsWith("SQLite format 3")) return undefined;
  return LAYOUTS.find(({tables}) =>
    tables.every((name) => new RegExp(`CREATE TABLE ["'\`\\[]?${name}\\b`, "i").test(text))
  );
}
