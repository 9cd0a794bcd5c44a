import type {Field} from "../../formats/field-table.ts";
import {toFieldTable} from "../../formats/field-table.ts";
import type {ConnectorTable} from "../../model/format.ts";
import type {DataTable} from "../../model/table.ts";

/** One booking on an account, wherever it was read. */
export interface Transaction {
  /** The bank's own identifier; null where the file has none. */
  readonly bankId: string | null;
  readonly account: string | null;
  readonly date: Date | null;
  readonly valueDate: Date | null;
  /** Negative where money goes out. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly payee: string | null;
  readonly memo: string | null;
  readonly category: string | null;
  readonly type: string | null;
  readonly reference: string | null;
  /** Of the account after the booking. */
  readonly balance: number | null;
}

/** The table that all readers of bank statements fill. */
export const TRANSACTIONS: ConnectorTable = {
  name: "transactions",
  what:
    "One booking on an account or card; `amount` is negative where money goes out. Where the bank gives no identifier, " +
    "`transaction_id` is account, day, amount, payee and memo, and the how many-th such of the file: overlapping " +
    "statements give each booking once.",
  key: ["transaction_id"]
};

const FIELDS: readonly Field<Transaction & {id: string}>[] = [
  ["transaction_id", "VARCHAR", ({id}) => id],
  ["account", "VARCHAR", ({account}) => account],
  ["date", "DATE", ({date}) => date],
  ["value_date", "DATE", ({valueDate}) => valueDate],
  ["amount", "DOUBLE", ({amount}) => amount],
  ["currency", "VARCHAR", ({currency}) => currency],
  ["payee", "VARCHAR", ({payee}) => payee],
  ["memo", "VARCHAR", ({memo}) => memo],
  ["category", "VARCHAR", ({category}) => category],
  ["type", "VARCHAR", ({type}) => type],
  ["reference", "VARCHAR", ({reference}) => reference],
  ["balance", "DOUBLE", ({balance}) => balance]
];

/** The table of a file's bookings. */
export function toTransactionTable(transactions: readonly Transaction[]): DataTable {
  const counts = new Map<string, number>();
  const rows = transactions.map((transaction) => {
    const base = toBase(transaction);
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return {...transaction, id: count === 1 ? base : `${base} | ${count}`};
  });
  return toFieldTable(TRANSACTIONS.name, rows, FIELDS, TRANSACTIONS.key);
}

function toBase({bankId, account, date, amount, payee, memo}: Transaction): string {
  if (bankId !== null) return [account ?? "", bankId].join(" | ");
  const day = date?.toISOString().slice(0, 10) ?? "";
  return [account ?? "", day, amount ?? "", payee ?? "", memo ?? ""].join(" | ");
}
