import initSqlJs from "sql.js";
import {expect, test} from "vitest";
import {browserHistory} from "../../src/connectors/browser-history/browser-history.ts";
import {connect, dropNulls} from "./rows.ts";

async function toDatabase(...statements: string[]): Promise<Uint8Array> {
  const {Database} = await initSqlJs();
  const database = new Database();
  for (const sql of statements) database.run(sql);
  const bytes = database.export();
  database.close();
  return bytes;
}
const recognise = (head: Uint8Array, text = "") =>
  browserHistory.recognise({path: "a", head, text, isWhole: true});

test("browserHistory reads Chrome's database: a row a visit, in UTC", async () => {
  const bytes = await toDatabase(
    "CREATE TABLE urls(id INTEGER PRIMARY KEY, url LONGVARCHAR, title LONGVARCHAR)",
    "CREATE TABLE visits(id INTEGER PRIMARY KEY, url INTEGER, visit_time INTEGER, transition INTEGER, visit_duration INTEGER)",
    "INSERT INTO urls VALUES (1, 'https://www.a.org/x', 'A'), (2, 'https://b.org', '')",
    "INSERT INTO visits VALUES (1, 1, 13344473600000000, 805306369, 2500000), (2, 2, 13344473601000000, 0, 0)"
  );
  expect(recognise(bytes)).toBe(true);
  const {tables, problems} = await connect(browserHistory, bytes, "History");
  expect(problems).toEqual([]);
  expect(dropNulls(tables.history!)).toEqual([
    {
      visit_id: "2023-11-14T22:13:20.000Z https://www.a.org/x",
      time: new Date("2023-11-14T22:13:20Z"),
      url: "https://www.a.org/x",
      domain: "a.org",
      title: "A",
      transition: "typed",
      duration_s: 2.5,
      browser: "chrome"
    },
    expect.objectContaining({url: "https://b.org", transition: "link"})
  ]);
});

test("browserHistory reads Firefox's and Safari's databases", async () => {
  const firefox = await toDatabase(
    "CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url LONGVARCHAR, title LONGVARCHAR)",
    "CREATE TABLE moz_historyvisits (id INTEGER PRIMARY KEY, place_id INTEGER, visit_date INTEGER, visit_type INTEGER)",
    "INSERT INTO moz_places VALUES (1, 'https://a.org', 'A')",
    "INSERT INTO moz_historyvisits VALUES (1, 1, 1700000000000000, 3)"
  );
  expect((await connect(browserHistory, firefox, "places.sqlite")).tables.history).toMatchObject([
    {time: new Date(1700000000000), transition: "bookmark", browser: "firefox"}
  ]);
  const safari = await toDatabase(
    "CREATE TABLE history_items (id INTEGER PRIMARY KEY, url TEXT)",
    "CREATE TABLE history_visits (id INTEGER PRIMARY KEY, history_item INTEGER, visit_time REAL, title TEXT)",
    "INSERT INTO history_items VALUES (1, 'https://a.org')",
    "INSERT INTO history_visits VALUES (1, 1, 721692800.5, 'A')"
  );
  expect((await connect(browserHistory, safari, "History.db")).tables.history).toMatchObject([
    {time: new Date(1700000000500), title: "A", browser: "safari"}
  ]);
});

test("browserHistory reads Google Takeout", async () => {
  const text = JSON.stringify({
    "Browser History": [
      {
        page_transition: "AUTO_BOOKMARK",
        title: "A",
        url: "https://a.org",
        time_usec: 1700000000000000
      },
      {title: "no address"}
    ]
  });
  expect(recognise(new TextEncoder().encode(text), text)).toBe(true);
  const {tables} = await connect(browserHistory, text, "History.json");
  expect(tables.history).toMatchObject([
    {time: new Date(1700000000000), url: "https://a.org", transition: "auto bookmark"}
  ]);
});

test("browserHistory tells why a database cannot be read, and recognises no other", async () => {
  const wrong = await toDatabase(
    "CREATE TABLE urls(id INTEGER)",
    "CREATE TABLE visits(id INTEGER)"
  );
  const {tables, problems} = await connect(browserHistory, wrong, "History");
  expect(tables).toEqual({});
  expect(problems[0]!.what).toContain("history cannot be read: no such column");
  expect(recognise(await toDatabase("CREATE TABLE urls(id INTEGER)"))).toBe(false);
});
