import Papa from "papaparse";
import {refuse, toRefusal} from "../../formats/refusal.ts";
import {decodeText} from "../../lib/text-encoding.ts";
import type {Connector} from "../../model/format.ts";
import type {Reading} from "../../model/table.ts";
import {readRecords} from "../kit/csv-records.ts";
import {Refusals} from "../kit/refusals.ts";
import {toColumns} from "./headers.ts";
import {readStatement} from "./statement.ts";
import {TRANSACTIONS, toTransactionTable} from "./transaction.ts";

/** Lines in which the header is looked for: banks write name, account and period above it. */
const HEAD_LINES = 40;
const HEAD_CHARACTERS = 20_000;
/** Without such a word no header is worth looking for. */
const DATE_WORD = /date|datum|buchung|fecha/i;
const DELIMITERS = [";", ",", "\t", "|"];

/** Statements of banks and cards as delimited text, known by the words above their columns. */
export const bankCsv: Connector = {
  name: "bank-csv",
  label: "Bank statement (CSV)",
  formats: ["csv", "text"],
  extensions: [],
  recognise: ({text}) => findHeader(text) !== null,
  tables: [TRANSACTIONS],
  help: `Nearly all banks and card issuers let you download what was booked.

1. Log in to your bank, open the account, and look for *Export*, *Download* or *Umsätze herunterladen*, *Télécharger*, *Downloaden*, *Descargar*.
2. Choose **OFX** where there is one (each booking has an identifier), else **CSV**; as long a period as you can get.
3. Put the files into \`data/raw\`. Periods may overlap.

A CSV is read where its header has, in English, German, French, Dutch or Spanish, a date, an amount (or debit and credit), for whom or what, and something that only banks write: a value date, a balance, the other's account … Where it is not recognised, import it as a table and rename its columns in a recipe.

Where day and month can be read either way, a problem says how they were read; set the order of dates in the preview.`,
  read(bytes, {path, parse = {}}): Reading {
    try {
      const {text, encoding} = decodeText(bytes);
      const header = findHeader(text);
      const columns = header && toColumns(header);
      if (!columns)
        return refuse(path, "no bank statement: its header has no date, amount and payee");
      const records = readRecords(bytes, {header: [...columns.names.values()], parse});
      const refusals = new Refusals(path);
      const {transactions, isSure, order} = readStatement(records, columns, parse, refusals);
      const notes = refusals.notes();
      const unsure = `days and months can be read either way: read as ${order === "mdy" ? "month/day" : "day/month"}; set the order of dates if that is wrong`;
      return {
        tables: [toTransactionTable(transactions)],
        ...notes,
        problems: isSure
          ? notes.problems
          : [...notes.problems, {file: path, where: "", what: unsure}],
        details: {
          encoding: records.encoding || encoding,
          parse: {...parse, delimiter: records.delimiter, dateOrder: order}
        }
      };
    } catch (error) {
      return refuse(path, toRefusal(error));
    }
  }
};

/** The first line that is the header of a statement, in whichever delimiter. */
function findHeader(text: string): readonly string[] | null {
  const head = text
    .slice(0, HEAD_CHARACTERS)
    .split(/\r\n|\n|\r/, HEAD_LINES)
    .join("\n");
  if (!DATE_WORD.test(head)) return null;
  for (const delimiter of DELIMITERS) {
    if (!head.includes(delimiter)) continue;
    const rows = Papa.parse<string[]>(head, {delimiter}).data;
    const found = rows.find((row) => row.length > 2 && toColumns(row) !== null);
    if (found) return found;
  }
  return null;
}
