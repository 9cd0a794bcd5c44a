import {QueryError, toMessage} from "../lib/errors.ts";

/** What to do instead of asking for an extension, which the build for the browser does not carry. */
const EXTENSION_HINTS: Readonly<Record<string, string>> = {
  icu: "time zones and current_date need the ICU extension, which is not built in here; cast to TIMESTAMP first (x::TIMESTAMP), and write today() for the day",
  json: "the JSON extension is not built in here; JSON files in the lake are tables with STRUCT and LIST columns: use x.name and x[1]",
  parquet:
    "the Parquet extension is not built in here; put the file into the lake and query its table",
  fts: "the full-text extension is not built in here; use ILIKE, or regexp_matches"
};

/**
 * What DuckDB threw, as a `QueryError` with the place in `sql`. With `errors_as_json` the engine's message is
 * JSON that carries the place as a byte offset; otherwise the text is taken as it is.
 */
export function toQueryError(thrown: unknown, sql: string): QueryError {
  const text = toMessage(thrown);
  const error = parseError(text);
  if (!error) return new QueryError(withHint(text.replace(/^Error: /, "")), {sql, cause: thrown});
  const message = withHint(`${error.exception_type} error: ${error.exception_message.trim()}`);
  const offset = toOffset(error, sql);
  return new QueryError(message, {sql, cause: thrown, ...(offset !== undefined && {offset})});
}

function withHint(message: string): string {
  const extension = /exists in the (\w+) extension|required extension '(\w+)'/.exec(message);
  const name = extension?.[1] ?? extension?.[2];
  if (name === undefined) return message;
  return `${message.split("\n")[0]!} ${EXTENSION_HINTS[name] ?? `The ${name} extension is not built in here.`}`;
}

interface JsonError {
  readonly exception_type: string;
  readonly exception_message: string;
  readonly position?: string;
}

/** The JSON in a message; the parser's own errors come as JSON within JSON, of which the inner one is meant. */
function parseError(text: string): JsonError | undefined {
  const start = text.indexOf('{"exception_type"');
  if (start < 0) return undefined;
  try {
    const error: unknown = JSON.parse(text.slice(start, text.lastIndexOf("}") + 1));
    return isJsonError(error) ? (parseError(error.exception_message) ?? error) : undefined;
  } catch {
    return undefined; // a message that is not JSON after all is shown as it is
  }
}

function isJsonError(error: unknown): error is JsonError {
  return (
    typeof error === "object" &&
    error !== null &&
    "exception_type" in error &&
    "exception_message" in error
  );
}

/** The place in UTF-16 units. DuckDB's parser counts code points, everything behind it bytes of UTF-8. */
function toOffset({exception_type, position}: JsonError, sql: string): number | undefined {
  if (position === undefined || !/^\d+$/.test(position)) return undefined;
  const before =
    exception_type === "Parser"
      ? Array.from(sql).slice(0, Number(position)).join("")
      : new TextDecoder().decode(new TextEncoder().encode(sql).subarray(0, Number(position)));
  return before.length;
}
