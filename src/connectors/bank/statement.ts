import type {CsvRecords, CsvRow} from "../kit/csv-records.ts";
import type {Refusals} from "../kit/refusals.ts";
import {guessDecimal, toAmount} from "./amounts.ts";
import type {DateOrder} from "./days.ts";
import {createDayReader} from "./days.ts";
import type {Columns, Role} from "./headers.ts";
import type {Transaction} from "./transaction.ts";

const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?\b/;
const OUT = /^(?:af|d|dr|debit|debet|s|soll|out|-)$/i;

export interface StatementOptions {
  readonly dateOrder?: DateOrder | undefined;
  readonly decimal?: "." | "," | undefined;
}

/** The bookings of a statement in delimited text; rows without a day or an amount are refused. */
export function readStatement(
  {rows, preamble}: CsvRecords,
  {names, currency}: Columns,
  {dateOrder, decimal}: StatementOptions,
  refusals: Refusals
): {transactions: Transaction[]; isSure: boolean; order: DateOrder} {
  const get = (row: CsvRow, role: Role): string | null => {
    const name = names.get(role);
    return name === undefined ? null : row.text(name) || null;
  };
  const all = (role: Role): string[] => rows.flatMap((row) => get(row, role) ?? []);
  const days = createDayReader(all("date"), dateOrder);
  const mark =
    decimal ??
    guessDecimal([...all("amount"), ...all("debit"), ...all("credit"), ...all("balance")]);
  const number = (text: string | null): number | null =>
    text === null ? null : toAmount(text, mark);
  const account = findAccount(preamble);
  const transactions: Transaction[] = [];
  for (const row of rows) {
    const date = days.read(get(row, "date") ?? "");
    const amount = toSigned(
      number(get(row, "amount")),
      number(get(row, "debit")),
      number(get(row, "credit")),
      get(row, "direction")
    );
    if (!date || amount === null) {
      const what = date ? "no amount" : "no day that can be read";
      refusals.add(row.where, row.fields.join(" | "), `${what} in it`);
      continue;
    }
    transactions.push({
      bankId: get(row, "id"),
      account: get(row, "account") ?? account,
      date,
      valueDate: days.read(get(row, "valueDate") ?? ""),
      amount,
      currency: get(row, "currency")?.toUpperCase() ?? currency,
      payee: get(row, "payee"),
      memo: get(row, "memo"),
      category: get(row, "category"),
      type: get(row, "type"),
      reference: get(row, "reference"),
      balance: number(get(row, "balance"))
    });
  }
  return {transactions, isSure: days.isSure, order: days.order};
}

/** One amount, of one column with its sign or its direction, or of two columns, of which banks sign one or none. */
function toSigned(
  amount: number | null,
  debit: number | null,
  credit: number | null,
  direction: string | null
): number | null {
  if (amount !== null && direction !== null)
    return OUT.test(direction) ? -Math.abs(amount) : Math.abs(amount);
  if (amount !== null) return amount;
  if (debit === null && credit === null) return null;
  return Math.abs(credit ?? 0) - Math.abs(debit ?? 0);
}

/** The account's IBAN where it stands above the table. */
function findAccount(preamble: readonly (readonly string[])[]): string | null {
  return IBAN.exec(preamble.flat().join(" ; "))?.[0].replaceAll(" ", "") ?? null;
}
