import {InputError} from "../../lib/errors.ts";
import {decodeText, isBinary} from "../../lib/text-encoding.ts";
import type {Value} from "../../model/column.ts";
import type {DelimitedPlan} from "../../model/delimited.ts";
import type {ReadContext} from "../../model/format.ts";
import type {Problem} from "../../model/problem.ts";
import type {DataTable, Reading, Reject} from "../../model/table.ts";
import {refuse, toRefusal} from "../refusal.ts";
import type {MendedRow} from "./mend-rows.ts";
import type {TextTable} from "./read-tables.ts";
import {readTables} from "./read-tables.ts";
import type {Row} from "./rows.ts";
import {toExcerpt, toProblems} from "./table-problems.ts";
import {toConverter, toDataType} from "./values.ts";

const MAX_REJECTS = 1000;

/** The tables of a delimited text in memory, whatever is odd about it. */
export function readCsv(bytes: Uint8Array, {path, parse = {}}: ReadContext): Reading {
  if (parse.encoding === undefined && isBinary(bytes))
    return refuse(path, "no text: it has control characters in it");
  try {
    const decoded = decodeText(bytes, parse.encoding);
    const text = decoded.text.replaceAll("\u0000", "");
    if (text.trim() === "") return refuse(path, "file is empty");
    const tables = readTables(text, parse);
    const problem = (where: string, what: string): Problem => ({file: path, where, what});
    const problems =
      text.length === decoded.text.length ? [] : [problem("", "zero bytes left out of the text")];
    const rejects: Reject[] = [];
    const data = tables.map((table, i) => {
      const {rows, rejects: refused} = toValues(table);
      rejects.push(...refused);
      problems.push(...toProblems(table, i).map(({where, what}) => problem(where, what)));
      return {name: i === 0 ? "" : String(i + 1), columns: rows} satisfies DataTable;
    });
    if (rejects.length > 0)
      problems.push(
        problem("", `${rejects.length} rows refused: a value is not of the type that was asked for`)
      );
    if (tables.length === 0) return refuse(path, "no row in it");
    const {plan} = tables[0]!;
    const {encoding} = decoded;
    return {
      tables: data,
      problems,
      rejects: rejects.slice(0, MAX_REJECTS),
      details: {
        encoding,
        dialect: toDialectDetails(plan),
        parse: {...plan.parse, encoding},
        ...toRemarks(tables)
      }
    };
  } catch (error) {
    if (error instanceof RangeError && parse.encoding !== undefined)
      throw new InputError(`encoding not known: ${parse.encoding}`, {cause: error});
    return refuse(path, toRefusal(error));
  }
}

/** How the text was read, for people and for `inspect`. */
export function toDialectDetails({dialect, header, skip}: DelimitedPlan): {
  delimiter: string;
  quote: string;
  escape: string;
  header: boolean;
  skip: number;
} {
  const {delimiter, quote, escape} = dialect;
  return {delimiter, quote, escape, header: header > 0, skip};
}

/** The texts become values; a row with a value that its column, whose type was asked for, cannot have is refused. */
function toValues({plan, rows}: TextTable): {
  rows: DataTable["columns"];
  rejects: readonly Reject[];
} {
  const nulls = new Set(plan.nulls);
  const refused = new Map<MendedRow, string>();
  const columns = plan.columns.map((column, i) => {
    const convert = toConverter(column);
    const isText = toDataType(column.type) === "VARCHAR";
    const values = rows.map((row): Value => {
      const text = row.fields[i]!;
      if (nulls.has(text) || (!isText && text.trim() === "")) return null;
      const value = convert(text);
      if (value !== undefined) return value;
      refused.set(row, `no ${column.type} in column ${column.name}: ${toExcerpt(text)}`);
      return null;
    });
    return {name: column.name, type: toDataType(column.type), values};
  });
  if (refused.size === 0) return {rows: columns, rejects: []};
  const rejects = [...refused].map(([{line, text}, what]) => ({
    where: `line ${line}`,
    text: text(),
    what
  }));
  const isKept = rows.map((row) => !refused.has(row));
  return {
    rows: columns.map((column) => ({...column, values: column.values.filter((_, i) => isKept[i])})),
    rejects
  };
}

/** What stands before and after the tables, as people wrote it there. */
function toRemarks(tables: readonly TextTable[]): {before?: string[]; after?: string[]} {
  const toTexts = (rows: readonly Row[]): string[] =>
    rows.map(({fields}) =>
      fields
        .filter((field) => field.trim() !== "")
        .join(" ")
        .trim()
    );
  const before = toTexts(tables.flatMap(({region}) => region.preamble));
  const after = toTexts(tables.flatMap(({region}) => region.footer));
  return {...(before.length > 0 ? {before} : {}), ...(after.length > 0 ? {after} : {})};
}
