import {onTestFinished} from "vitest";
import type {BrowserLake} from "../../../../src/lake/wasm-lake.ts";
import {openWasmLake} from "../../../../src/lake/wasm-lake.ts";
import type {Catalogue} from "../../../../src/model/catalogue.ts";
import {EMPTY_CATALOGUE} from "../../../../src/model/catalogue.ts";
import type {Store} from "../../../../src/store/store.ts";
import type {Meaning} from "../../../../src/workspace/meaning/meaning.ts";
import {createSearch} from "../../../../src/workspace/search/create-search.ts";
import type {SearchLink} from "../../../../src/workspace/search/search-link.ts";
import {openSearchWorker} from "../../../../src/workspace/search/search-link.ts";
import type {Search} from "../../../../src/workspace/search/search.ts";
import {ENGINE} from "../../lake/engine.ts";
import {SEARCH_URL} from "../../worker-urls.ts";
import {openMeaning} from "../meaning/letters.ts";

const SHA = "ab".repeat(32);

/** Notes, which a model of letters tells apart by how much of `a`, `b` and `c` they have. */
const NOTES = [
  ["Bob goes home", "2020-02-01"],
  ["Ribbons, ribbons", "2021-02-01"],
  ["A grand day at last", "2022-02-01"],
  ["Cold ice", "2023-02-01"],
  ["", "2024-02-01"]
] as const;

export const NOTES_CATALOGUE: Catalogue = {
  ...EMPTY_CATALOGUE,
  tables: [
    {name: "notes", rows: NOTES.length},
    {name: "log", rows: 90_000},
    {name: "codes", rows: 1}
  ].map((table) => ({
    ...table,
    key: [],
    files: 1,
    columns: 2,
    bytes: 1,
    format: "csv",
    connector: null
  })),
  parts: [{table: "notes", file: "notes.csv", sha256: SHA, firstRow: 0, rows: NOTES.length}],
  columns: [
    {table: "notes", name: "note", type: "VARCHAR"},
    {table: "notes", name: "day", type: "DATE"},
    {table: "log", name: "line", type: "VARCHAR"},
    {table: "codes", name: "code", type: "VARCHAR"}
  ].map((column, position) => ({...column, position}))
};

/** The address of a note. */
export function noteEnd(row: number): string {
  return `row:notes/${SHA}/${row}`;
}

/** A lake with notes that are embedded, a log that is too long and codes that no sentence is in, the room of meaning over it, and search in its worker. */
export async function openNotes(
  store: Store,
  openLink: () => SearchLink = () => openSearchWorker(SEARCH_URL)
): Promise<{search: Search; meaning: Meaning; lake: BrowserLake}> {
  const lake = await openWasmLake(ENGINE);
  const rows = NOTES.map(([note, day]) => `('${note}', date '${day}')`).join(", ");
  await lake.query(
    `create table lake.main.notes as select * from (values ${rows}) as t(note, day); create table lake.main.log as select 'a line of a log' as line; create table lake.main.codes as select 'X-17' as code`
  );
  const meaning = openMeaning(store, {lake, catalogue: NOTES_CATALOGUE});
  await meaning.choose("lake.notes", {columns: ["note"], time: "day", isChosen: true});
  await meaning.choose("lake.log", {columns: ["line"], isChosen: false});
  await meaning.embedded("lake.notes");
  const {search, close} = createSearch(
    {
      store,
      storeFailure: undefined,
      meaning,
      catalogue: () => Promise.resolve(NOTES_CATALOGUE),
      imports: {tables: () => Promise.resolve([])}
    },
    openLink
  );
  onTestFinished(async () => {
    close();
    await lake.close();
  });
  return {search, meaning, lake};
}
