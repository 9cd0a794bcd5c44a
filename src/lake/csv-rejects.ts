import type {Column} from "../model/column.ts";
import type {CsvLayout, CsvLeniency} from "./csv-scan.ts";
import {STRICT, toReadCsv} from "./csv-scan.ts";
import type {Engine} from "./engine.ts";

const MAX_REJECTS = 100;
const EXCERPT_LENGTH = 200;

/** A row that a strict reader refuses. */
export interface Reject {
  readonly where: string;
  readonly what: string;
}

/** The rows that do not fit, by a second, strict reading; the first hundred by name, the others by number. */
export async function listRejects(
  engine: Engine,
  path: string,
  {
    layout,
    leniency,
    columns
  }: {layout: CsvLayout; leniency: CsvLeniency; columns: readonly Column[]}
): Promise<Reject[]> {
  const strict = toReadCsv(
    path,
    layout,
    columns,
    {...STRICT, maxLineBytes: leniency.maxLineBytes},
    ["store_rejects = true", "rejects_table = 'rejects'", "rejects_scan = 'reject_scans'"]
  );
  try {
    await engine.rows(`SELECT count(*) FROM ${strict}`);
    const [{n: total} = {n: 0}] = await engine.rows(
      "SELECT count(DISTINCT line) AS n FROM rejects"
    );
    const rows = await engine.rows(
      `SELECT line, any_value(error_type::VARCHAR) AS type, any_value(error_message) AS message,
        any_value(csv_line) AS text FROM rejects GROUP BY line ORDER BY line LIMIT ${MAX_REJECTS}`
    );
    const rejects = rows.map(({line, type, message, text}) => ({
      where: `line ${Number(line)}`,
      what: `${toReason(type as string, message as string, leniency)}: ${toExcerpt(text as string)}`
    }));
    const more = Number(total) - rejects.length;
    return more > 0 ? [...rejects, {where: "", what: `${more} more rows of this kind`}] : rejects;
  } catch {
    // what makes a strict reading impossible has no line
    const what =
      "line ends are mixed, rows are ragged or quotes are broken; read as far as possible";
    return [{where: "", what}];
  } finally {
    await engine.run("DROP TABLE IF EXISTS rejects; DROP TABLE IF EXISTS reject_scans");
  }
}

function toReason(type: string, message: string, {isRejecting}: CsvLeniency): string {
  const [, expected, found] = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message) ?? [];
  const consequence = isRejecting ? "left out" : undefined;
  if (type === "MISSING COLUMNS")
    return `row has ${found} of ${expected} fields, ${consequence ?? "the others are null"}`;
  if (type === "TOO MANY COLUMNS")
    return `row has more than ${expected} fields, ${consequence ?? "the others are left out"}`;
  return `${message.split("\n")[0]}, ${consequence ?? "read as far as possible"}`;
}

function toExcerpt(text: string): string {
  return text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text;
}
