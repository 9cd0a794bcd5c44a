import {afterAll, beforeAll} from "vitest";
import type {Store} from "../../../src/index.ts";
import {openStore} from "../../../src/index.ts";
import {UnavailableError} from "../../../src/lib/errors.ts";
import type {WasmLakeAssets} from "../../../src/lake/wasm-engine.ts";
import {Workspace} from "../../../src/workspace/workspace.ts";
import compiled from "../../fixtures/lake.duckdb?url";
import {READER_URL} from "../imports/reader-url.ts";
import {COMPUTE_URL, SEARCH_URL} from "../worker-urls.ts";
import {ENGINE} from "../lake/engine.ts";
import {deleteDatabase} from "../store/fresh-store.ts";

const EMBEDDER = {workerUrl: "", runtime: {wasm: "", mjs: "", pipeline: ""}, models: {}};

/** The real engine over the lake compiled from `test/fixtures/raw`. */
export const COMPILED: WasmLakeAssets = {...ENGINE, lake: new URL(compiled, location.href).href};

const FILES = {
  "money/expenses-2023.csv": "expenses",
  "money/expenses-2024.csv": "expenses",
  "people.csv": "people",
  "rooms.json": "rooms"
};

/** SQL that makes a small compiled lake where there is none, its catalogue with it. */
export const SMALL_LAKE = `
  create table lake.main.expenses as select date '2023-01-01' + (range * 7)::int as date, ['food', 'rent', 'fun'][1 + range % 3] as category, range * 1.5 as amount_eur from range(100);
  create table lake.main.people as select range as id, 'Person ' || range as name from range(3000);
  create table lake.main.rooms as select 'Attic' as name, {'width': 3.5, 'length': 4.0} as size;
  create table lake.main.files as select unnest([${Object.keys(FILES)
    .map((path) => `'${path}'`)
    .join()}, 'broken.json']) as path, 'csv' as format, null::varchar as connector, 12345 as bytes, sha256(path) as sha256, timestamp '2024-02-29 12:00:00' as modified, timestamp '2024-03-01 08:30:00' as compiled, '{}' as details;
  create table lake.main.parts as select * from (values ${Object.entries(FILES)
    .map(([path, table]) => `('${table}', '${path}', sha256('${path}'), 0, 50)`)
    .join()}) as t("table", file, sha256, first_row, rows);
  create table lake.main.tables as select * from (values ('expenses', 2, 100, 3, 24690, 'csv', null, []), ('people', 1, 3000, 2, 12345, 'csv', null, ['id']), ('rooms', 1, 1, 2, 12345, 'json', null, [])) as t(name, files, rows, columns, bytes, format, connector, key);
  create table lake.main.columns as select table_name as "table", column_name as name, data_type as type, column_index as position from duckdb_columns() where database_name = 'lake' and table_name in ('expenses', 'people', 'rooms');
  create table lake.main.problems as select * from (values ('broken.json', 'line 2, column 8', 'not JSON: it ends in the middle'), ('people.csv', 'row 12', 'one value too many')) as t(file, "where", what);
  create table lake.main.rejects as select * from (values ('people.csv', 'row 12', '12,Person 12,x', 'one value too many')) as t(file, "where", text, what);
`;

/** A workspace over a lake and a store, or over what kept the store from opening; whoever asks closes it. */
export function createWorkspace(
  engine: WasmLakeAssets,
  store: Store | UnavailableError
): Workspace {
  const workers = {reader: READER_URL, compute: COMPUTE_URL, search: SEARCH_URL};
  return new Workspace({assets: {engine, embedder: EMBEDDER, ...workers}, store, model: "builtin"});
}

/** A workspace for all tests of a file, its lake open, with a store of its own, or none. */
export function useWorkspace(
  engine: WasmLakeAssets,
  {isKept = true, fill}: {isKept?: boolean; fill?: string} = {}
): () => Workspace {
  const name = `test-${crypto.randomUUID()}`;
  let workspace: Workspace;
  beforeAll(async () => {
    const store: Store | UnavailableError = isKept
      ? await openStore({name})
      : new UnavailableError("storage is not available");
    workspace = createWorkspace(engine, store);
    if (fill !== undefined) await workspace.lake.query(fill);
    await workspace.catalogue();
  });
  afterAll(async () => {
    await workspace.close();
    await deleteDatabase(name);
  });
  return () => workspace;
}

/** The workspace, with some of its members as the test wants them. */
export function withMembers(workspace: Workspace, members: Partial<Workspace>): Workspace {
  return new Proxy(workspace, {
    get(target, key) {
      if (key in members) return Reflect.get(members, key) as unknown;
      const member: unknown = Reflect.get(target, key, target);
      return typeof member === "function" ? (member.bind(target) as unknown) : member;
    }
  });
}
