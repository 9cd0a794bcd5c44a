import type {OfxElement} from "../../formats/ofx-tree.ts";
import {findOfx, findOfxText, parseOfx} from "../../formats/ofx-tree.ts";
import {refuse, toRefusal} from "../../formats/refusal.ts";
import {decodeText} from "../../lib/text-encoding.ts";
import type {Connector} from "../../model/format.ts";
import type {Reading} from "../../model/table.ts";
import {Refusals} from "../kit/refusals.ts";
import {toAmount} from "./amounts.ts";
import type {Transaction} from "./transaction.ts";
import {TRANSACTIONS, toTransactionTable} from "./transaction.ts";

/** Statements in Open Financial Exchange, of banks (STMTRS) and of cards (CCSTMTRS). */
export const ofxStatements: Connector = {
  name: "ofx",
  label: "Bank statement (OFX)",
  formats: ["ofx", "xml", "text", "csv"],
  extensions: [],
  recognise: ({text}) =>
    /<OFX[\s>]/i.test(text) && /OFXHEADER|<SIGNONMSGSRSV1>|<STMTTRN>/i.test(text),
  tables: [TRANSACTIONS],
  help: `OFX is what Quicken and GnuCash read; many banks offer it, also as \`.qfx\` or "Money".

1. Log in to your bank, open the account, look for *Export* or *Download*, and choose *OFX*, *QFX*, *Quicken* or *Microsoft Money*.
2. Put the files into \`data/raw\`. Periods may overlap: each booking has an identifier of the bank.`,
  read(bytes, {path}): Reading {
    try {
      const {text, encoding} = decodeText(bytes);
      const root = parseOfx(text);
      const refusals = new Refusals(path);
      const transactions = ["STMTRS", "CCSTMTRS", "INVSTMTRS"]
        .flatMap((name) => findOfx(root, name))
        .flatMap((statement) => readStatement(statement, refusals));
      if (transactions.length === 0 && refusals.notes().rejects.length === 0)
        return refuse(path, "no booking (STMTTRN) in it");
      return {tables: [toTransactionTable(transactions)], ...refusals.notes(), details: {encoding}};
    } catch (error) {
      return refuse(path, toRefusal(error));
    }
  }
};

function readStatement(statement: OfxElement, refusals: Refusals): Transaction[] {
  const account = findOfxText(statement, "ACCTID");
  const currency = findOfxText(statement, "CURDEF");
  return findOfx(statement, "STMTTRN").flatMap((booking, i) => {
    const get = (name: string): string | null => findOfxText(booking, name);
    const date = toDay(get("DTPOSTED"));
    const amount = toAmount(get("TRNAMT") ?? "");
    if (!date || amount === null) {
      const what = date ? "no amount (TRNAMT) in it" : "no day (DTPOSTED) in it";
      const shown = booking.children.map(({name, text}) => `${name}: ${text.trim()}`).join(" | ");
      refusals.add(`booking ${i + 1} of account ${account ?? "?"}`, shown, what);
      return [];
    }
    return [
      {
        bankId: get("FITID"),
        account,
        date,
        valueDate: toDay(get("DTAVAIL") ?? get("DTUSER")),
        amount,
        currency: get("CURSYM") ?? currency,
        payee: get("NAME"),
        memo: get("MEMO"),
        category: null,
        type: get("TRNTYPE")?.toLowerCase() ?? null,
        reference: get("REFNUM") ?? get("CHECKNUM"),
        balance: null
      }
    ];
  });
}

/** The day of `20240115120000[-5:EST]` as the bank writes it. */
function toDay(text: string | null): Date | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(text ?? "") ?? [];
  if (day === undefined) return null;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day) ? null : date;
}
