import type {QifRecord} from "../../formats/qif-records.ts";
import {parseQif} from "../../formats/qif-records.ts";
import {refuse, toRefusal} from "../../formats/refusal.ts";
import {decodeText} from "../../lib/text-encoding.ts";
import type {Connector} from "../../model/format.ts";
import type {Problem} from "../../model/problem.ts";
import type {Reading} from "../../model/table.ts";
import {Refusals} from "../kit/refusals.ts";
import {guessDecimal, toAmount} from "./amounts.ts";
import {createDayReader} from "./days.ts";
import type {Transaction} from "./transaction.ts";
import {TRANSACTIONS, toTransactionTable} from "./transaction.ts";

/** Kinds of records that are bookings. */
const BOOKINGS = new Set(["bank", "cash", "ccard", "oth a", "oth l"]);

/** Statements in Quicken Interchange Format. */
export const qifStatements: Connector = {
  name: "qif",
  label: "Bank statement (QIF)",
  formats: ["qif", "text", "csv"],
  extensions: [],
  recognise: ({text}) =>
    /^\s*!(?:Type:(?:Bank|Cash|CCard|Oth [AL]|Invst|Cat)|Account|Option)/i.test(text),
  tables: [TRANSACTIONS],
  help: `QIF is the older format of Quicken, MS Money and GnuCash; some banks still offer it. OFX is better where there is a choice: its bookings have identifiers.

1. In your bank, look for *Export* → *QIF*; in Quicken *File* → *Export* → *QIF File*; in Money *File* → *Export*.
2. Put the files into \`data/raw\`.

QIF does not say whether days or months come first. Lakebook reads them in the order that fits all dates and in which the file is sorted; where both do, month first, and a problem says so.`,
  read(bytes, {path, parse = {}}): Reading {
    try {
      const {text, encoding} = decodeText(bytes);
      const records = parseQif(text);
      const bookings = records.filter(({type}) => BOOKINGS.has(type));
      if (bookings.length === 0)
        return refuse(path, "no booking of a bank, card or cash account in it");
      const dates = bookings.map((booking) => getField(booking, "D") ?? "");
      const days = createDayReader(dates, parse.dateOrder);
      const amounts = bookings.map((booking) => getAmount(booking) ?? "");
      const decimal = parse.decimal ?? guessDecimal(amounts);
      const refusals = new Refusals(path);
      const transactions: Transaction[] = [];
      bookings.forEach((booking, i) => {
        const date = days.read(dates[i]!);
        const amount = toAmount(amounts[i]!, decimal);
        if (date && amount !== null) transactions.push(toTransaction(booking, date, amount));
        else
          refusals.add(
            `line ${booking.line}`,
            [...booking.fields].map(([letter, values]) => letter + values.join(" ")).join(" | "),
            date ? "no amount in it" : "no day that can be read in it"
          );
      });
      const notes = refusals.notes();
      const problems: Problem[] = [...notes.problems];
      const others = records.filter(({type}) => type === "invst").length;
      if (others > 0)
        problems.push({file: path, where: "", what: `${others} records of investments left out`});
      if (!days.isSure) {
        const what =
          "days and months can be read either way: read as month/day; set the order of dates if that is wrong";
        problems.push({file: path, where: "", what});
      }
      const used = {...parse, dateOrder: days.order};
      return {
        tables: [toTransactionTable(transactions)],
        ...notes,
        problems,
        details: {encoding, parse: used}
      };
    } catch (error) {
      return refuse(path, toRefusal(error));
    }
  }
};

function toTransaction(booking: QifRecord, date: Date, amount: number): Transaction {
  const category = getField(booking, "L");
  const isTransfer = category !== null && /^\[.*\]$/.test(category);
  const splits = booking.splits.map((split) => split.category).filter((one) => one !== null);
  return {
    bankId: null,
    account: booking.account,
    date,
    valueDate: null,
    amount,
    currency: null,
    payee: getField(booking, "P"),
    memo: getField(booking, "M"),
    category: splits.length > 0 ? splits.join("; ") : category,
    type: isTransfer ? "transfer" : booking.type,
    reference: getField(booking, "N"),
    balance: null
  };
}

/** `T`, or `U`, which some write for larger amounts. */
function getAmount(booking: QifRecord): string | null {
  return getField(booking, "T") ?? getField(booking, "U");
}

function getField({fields}: QifRecord, letter: string): string | null {
  return fields.get(letter)?.[0] || null;
}
