import {foldText} from "../../lib/text.ts";

/** What a column of a statement is. */
export type Role =
  | "date"
  | "valueDate"
  | "amount"
  | "debit"
  | "credit"
  | "direction"
  | "payee"
  | "memo"
  | "type"
  | "reference"
  | "balance"
  | "currency"
  | "category"
  | "account"
  | "counterAccount"
  | "id";

/**
 * The words that banks write above columns, without accents and in lower case: English, German, French, Dutch, Spanish.
 * Of several columns with one role the first word counts.
 */
const WORDS: Readonly<Record<Role, string>> = {
  date:
    "transaction date|date|posting date|post date|posted date|date posted|booking date|completed date|trans. date|" +
    "buchungstag|buchungsdatum|buchung|datum|belegdatum|umsatzdatum|" +
    "date operation|date de l'operation|date d'operation|date comptable|dateop|" +
    "boekdatum|transactiedatum|transactiondate|" +
    "fecha|fecha operacion|fecha de operacion|fecha contable|f. operacion",
  valueDate:
    "value date|effective date|valuta|valutadatum|wertstellung|wertstellungstag|wertstellungsdatum|" +
    "date de valeur|date valeur|dateval|rentedatum|valuedate|fecha valor|fecha de valor|f. valor",
  amount:
    "amount|transaction amount|net amount|value|betrag|umsatz|umsatz in eur|montant|bedrag|transactiebedrag|importe|cantidad|monto",
  debit:
    "debit|debit amount|withdrawal|withdrawals|withdrawal amount|paid out|money out|soll|belastung|belastungen|lastschrift|ausgang|" +
    "debit euros|af|debet|cargo|cargos|debe",
  credit:
    "credit|credit amount|deposit|deposits|deposit amount|paid in|money in|haben|gutschrift|gutschriften|eingang|" +
    "credit euros|bij|abono|abonos|haber",
  direction:
    "af bij|af/bij|debit/credit|credit/debit|credit debit indicator|dr/cr|d/c|soll/haben|s/h|sens",
  payee:
    "payee|payee name|merchant|merchant name|counterparty|counterparty name|counter party|beneficiary|partner name|name|" +
    "beguenstigter/zahlungspflichtiger|begunstigter/zahlungspflichtiger|beguenstigter / auftraggeber|auftraggeber/empfanger|" +
    "auftraggeber / begunstigter|zahlungsempfanger*in|zahlungsempfanger|empfanger|name zahlungsbeteiligter|partnername|gegenpartei|" +
    "beneficiaire|contrepartie|tiers|naam / omschrijving|naam tegenpartij|tegenpartij|naam|beneficiario|ordenante|comercio",
  memo:
    "description|transaction description|details|transaction details|memo|narrative|particulars|payment reference|reference text|" +
    "verwendungszweck|beschreibung|vermerk|buchungsdetails|mitteilung|text|" +
    "libelle|libelle operation|libelle simplifie|libelle de l'operation|nature de l'operation|informations complementaires|" +
    "mededelingen|mededeling|omschrijving|omschrijving-1|concepto|descripcion|movimiento|observaciones|notes|note",
  type:
    "type|transaction type|payment type|transaction code|buchungstext|umsatzart|umsatztyp|vorgang|type operation|type d'operation|" +
    "mutatiesoort|mutatie soort|transactietype|code|tipo",
  reference:
    "reference|ref|ref.|reference number|transaction reference|customer reference|check number|cheque number|check or slip #|" +
    "kundenreferenz|kundenreferenz (end-to-end)|referenz|mandatsreferenz|transactiereferentie|volgnr|referencia|numero de referencia",
  balance:
    "balance|running balance|running bal.|account balance|closing balance|ledger balance|saldo|kontostand|saldo nach buchung|" +
    "solde|accountbalance|saldo na mutatie|saldo na trn",
  currency: "currency|ccy|wahrung|waehrung|devise|munt|divisa|moneda",
  category: "category|kategorie|categorie|categoria",
  account:
    "account|account number|account no|account no.|account #|auftragskonto|iban auftragskonto|konto|kontonummer|" +
    "compte|accountnum|numero de compte|rekening|rekeningnummer|iban/bban|cuenta",
  counterAccount:
    "kontonummer/iban|iban|iban zahlungsbeteiligter|counterparty iban|partner iban|tegenrekening|tegenrekening iban/bban|account number (iban)",
  id: "transaction id|transaction number|fitid|transaktions-id|id transaction"
};

const ROLES: ReadonlyMap<string, Role> = new Map(
  (Object.entries(WORDS) as [Role, string][])
    .reverse()
    .flatMap(([role, words]) => words.split("|").map((word) => [word, role] as const))
);

/** Columns of a statement: the name of each role, as the file writes it. */
export interface Columns {
  readonly names: ReadonlyMap<Role, string>;
  /** A currency that stands in a header, such as `Amount (EUR)`. */
  readonly currency: string | null;
}

/** What the columns of a header are; null where they are not those of a bank statement. */
export function toColumns(header: readonly string[]): Columns | null {
  const found = new Map<Role, {name: string; rank: number}>();
  let currency: string | null = null;
  for (const name of header) {
    const word = foldText(name.trim().replace(/^\ufeff/, "")).replace(/\s+/g, " ");
    const [, bare = word, unit] = /^(.*?)\s*[([]\s*([a-z]{3}|[€$£])\s*[)\]]$/.exec(word) ?? [];
    const role = ROLES.get(word) ?? ROLES.get(bare);
    if (role === undefined) continue;
    if (unit && /^[a-z]{3}$/.test(unit) && (role === "amount" || role === "debit"))
      currency = unit.toUpperCase();
    const rank = WORDS[role].split("|").indexOf(ROLES.has(word) ? word : bare);
    const known = found.get(role);
    if (!known || rank < known.rank) found.set(role, {name, rank});
  }
  const names = new Map([...found].map(([role, {name}]) => [role, name] as const));
  return isStatement(names) ? {names, currency} : null;
}

/**
 * A date, an amount, and for whom or what; and, since a list of one's expenses has these too, something that only banks
 * write: a value date, a balance, two columns of amounts, a kind of booking with a reference or an account …
 */
function isStatement(names: ReadonlyMap<Role, string>): boolean {
  const has = (role: Role): boolean => names.has(role);
  if (!has("date") || !(has("payee") || has("memo"))) return false;
  if (has("debit") && has("credit")) return true;
  if (!has("amount")) return false;
  if (has("valueDate") || has("balance") || has("direction") || has("counterAccount")) return true;
  const signs = ["type", "reference", "id", "account"] as const;
  return signs.filter(has).length >= 2;
}
