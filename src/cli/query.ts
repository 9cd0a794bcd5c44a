import {Readable} from "node:stream";
import {text} from "node:stream/consumers";
import {pipeline} from "node:stream/promises";
import {parseArgs} from "node:util";
import {InputError, toMessage} from "../lib/errors.ts";
import {openNativeLake} from "../lake/native-lake.ts";
import type {Value} from "../model/column.ts";
import type {QueryResult} from "../model/query-result.ts";
import {toValueText} from "../model/value-text.ts";
import {toCsvLines} from "../workspace/export-csv.ts";
import {toJsonLines} from "../workspace/export-json.ts";
import type {Command} from "./command.ts";

const DEFAULT_LAKE = ".lakebook/lake.duckdb";
const FORMATS = ["json", "csv", "table"] as const;
/** A wider cell of a table on screen is cut; the other formats give all. */
const MAX_CELL_CHARACTERS = 60;

/** `query`: SQL over a compiled lake. */
export const queryCommand: Command = {
  name: "query",
  summary: "SQL over a compiled lake",
  usage: `
usage: lakebook query SQL [--lake FILE] [--format json|csv|table] [--keep-formulas]

Runs SQL over a compiled lake and prints the last statement's rows. SQL of "-" is read from standard input.

  --lake FILE      the lake that build-lake wrote (default: ${DEFAULT_LAKE})
  --format FORMAT  json: an array of objects (default); csv: with a header; table: for people
  --keep-formulas  csv: texts that begin like a formula (= + - @) as they are; otherwise an apostrophe
                   before them keeps a spreadsheet from computing them

  lakebook query "select category, sum(amount) as total from expenses group by all"`,

  async run(args) {
    const {values, positionals} = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        lake: {type: "string", default: DEFAULT_LAKE},
        format: {type: "string", default: "json"},
        "keep-formulas": {type: "boolean", default: false}
      }
    });
    const format = FORMATS.find((name) => name === values.format);
    if (!format || positionals.length !== 1) {
      const what = format
        ? "query takes one SQL text, in quotes"
        : `format not known: ${values.format} (there are: ${FORMATS.join(", ")})`;
      process.stderr.write(`${what}\n\n${this.usage.trim()}\n`);
      return 2;
    }
    const sql = positionals[0] === "-" ? await text(process.stdin) : positionals[0]!;
    const lake = await openNativeLake({file: values.lake});
    try {
      const result = await lake.query(sql).catch((error: unknown) => {
        throw /\bws\s*\./i.test(sql)
          ? new InputError(
              `${toMessage(error)} (what is kept, ws.*, lies in the browser; the command line sees the lake)`
            )
          : error;
      });
      const lines = WRITERS[format](result, {keepFormulas: values["keep-formulas"]});
      await pipeline(Readable.from(lines), process.stdout, {end: false});
    } finally {
      await lake.close();
    }
    return 0;
  }
};
const WRITERS: Readonly<
  Record<
    (typeof FORMATS)[number],
    (result: QueryResult, options: {keepFormulas: boolean}) => Iterable<string>
  >
> = {
  json: toJsonLines,
  csv: toCsvLines,
  table: toTableLines
};

/** Columns under each other, numbers at the right, and the count below. */
function* toTableLines(result: QueryResult): Generator<string> {
  const rows = Array.from({length: result.numRows}, (_, row) =>
    result.fields.map(({type}, column) => toCell(result.value(row, column), type))
  );
  const widths = result.columns.map((name, i) =>
    rows.reduce((width, row) => Math.max(width, row[i]!.length), name.length)
  );
  const kinds = result.kinds();
  const toLine = (cells: readonly string[]): string => {
    const padded = cells.map((cell, i) =>
      kinds[i] === "number" ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)
    );
    return `${padded.join("  ").trimEnd()}\n`;
  };
  yield toLine(result.columns);
  yield toLine(widths.map((width) => "-".repeat(width)));
  for (const row of rows) yield toLine(row);
  yield `${result.numRows} ${result.numRows === 1 ? "row" : "rows"}\n`;
}

function toCell(value: Value, type: string): string {
  const line = value === null ? "" : toValueText(value, type).replace(/\s+/g, " ");
  return line.length > MAX_CELL_CHARACTERS ? `${line.slice(0, MAX_CELL_CHARACTERS - 1)}…` : line;
}
