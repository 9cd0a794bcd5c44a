import {quoteText} from "../lib/sql.ts";

/**
 * What every connection is told before any user's SQL runs. Without it a function of an extension that is not
 * there (JSON, Parquet, ICU, FTS in DuckDB-WASM) asks a host on the Internet for it, and offline the engine then
 * crashes or hangs instead of giving a SQL error. `extensions` is where a site may keep signed extension files.
 */
export function bootStatements(extensions: string): string[] {
  return [
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    `SET custom_extension_repository = ${quoteText(extensions)}`,
    "SET errors_as_json = true"
  ];
}

/** Where names without a schema are looked for: what was made in this session, the lake, the workspace, imported files. */
export const SEARCH_PATH_STATEMENT =
  "SET search_path = 'memory.main,lake.main,memory.ws,memory.raw'";

/** What DuckDB-WASM has only with the ICU extension, for the day as UTC counts it. Made once for all connections. */
export const WASM_MACRO_STATEMENTS = [
  "CREATE OR REPLACE MACRO memory.main.today() AS make_timestamp(epoch_us(now()))::DATE",
  "CREATE OR REPLACE MACRO memory.main.current_date() AS make_timestamp(epoch_us(now()))::DATE",
  "CREATE OR REPLACE MACRO memory.main.current_localtimestamp() AS make_timestamp(epoch_us(now()))"
];
