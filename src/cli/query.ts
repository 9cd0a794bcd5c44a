import {Readable} from "node:stream";
import {text} from "node:stream/consumers";
import {pipeline} from "node:stream/promises";
import {parseArgs} from "node:util";
import {openNativeLake} from "../lake/native-lake.ts";
import type {Value} from "../model/column.ts";
import type {QueryResult} from "../model/query-result.ts";
import {toValueText} from "../model/value-text.ts";
import {showCurated} from "../workspace/curated/curated-relations.ts";
import type {Folder} from "../workspace/curated/folder.ts";
import {CURATED_FOLDERS, toStem} from "../workspace/curated/layout.ts";
import {toNodeFolder} from "../workspace/curated/node-folder.ts";
import {readCurated} from "../workspace/curated/read-curated.ts";
import {toCsvLines} from "../workspace/exports/export-csv.ts";
import {toJsonLines} from "../workspace/exports/export-json.ts";
import type {Command} from "./command.ts";

const DEFAULT_LAKE = ".lakebook/lake.duckdb";
const DEFAULT_CURATED = "data/curated";
const FORMATS = ["json", "csv", "table"] as const;
/** A wider cell of a table on screen is cut; the other formats give all. */
const MAX_CELL_CHARACTERS = 60;

/** `query`: SQL over a compiled lake and curated records. */
export const queryCommand: Command = {
  name: "query",
  summary: "SQL over a compiled lake and curated records",
  usage: `
usage: lakebook query SQL [--lake FILE] [--curated DIR] [--format json|csv|table] [--keep-formulas]

Runs SQL over a compiled lake (lake.*) and curated records (ws.*: entries, edges, a relation for each type), and prints
the last statement's rows. SQL of "-" is read from standard input.

  --lake FILE      the lake that build-lake wrote (default: ${DEFAULT_LAKE})
  --curated DIR    the folder of curated records (default: ${DEFAULT_CURATED}); what the browser keeps comes there by
                   "Save to folder" in its settings, or by "lakebook archive import"
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
        curated: {type: "string", default: DEFAULT_CURATED},
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
      const curated = toNodeFolder(values.curated);
      if (await mentions(sql, curated)) await showCurated(lake, await readCurated(curated));
      const result = await lake.query(sql);
      const lines = WRITERS[format](result, {keepFormulas: values["keep-formulas"]});
      await pipeline(Readable.from(lines), process.stdout, {end: false});
    } finally {
      await lake.close();
    }
    return 0;
  }
};

/** Whether SQL can mean curated records: it names their schema, or a type. */
async function mentions(sql: string, curated: Folder): Promise<boolean> {
  const types = (await curated.list(CURATED_FOLDERS.types)).map(toStem);
  const text = sql.toLowerCase();
  return ["ws", ...types].some((name) => text.includes(name.toLowerCase()));
}

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
