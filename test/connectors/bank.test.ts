import {expect, test} from "vitest";
import {bankCsv} from "../../src/connectors/bank/bank-csv.ts";
import {createDayReader} from "../../src/connectors/bank/days.ts";
import {toAmount} from "../../src/connectors/bank/amounts.ts";
import {ofxStatements} from "../../src/connectors/bank/ofx.ts";
import {qifStatements} from "../../src/connectors/bank/qif.ts";
import type {Connector} from "../../src/model/format.ts";
import {connect, dropNulls} from "./rows.ts";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const toLatin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const recognises = (connector: Connector, text: string) =>
  connector.recognise({path: "a", head: new TextEncoder().encode(text), text, isWhole: true});
const readBank = async (content: string | Uint8Array) => {
  const {tables, problems, details} = await connect(bankCsv, content, "a.csv");
  return {rows: dropNulls(tables.transactions!), problems, details};
};

test("bankCsv reads a German statement: preamble, semicolons, Latin-1, comma for the decimals", async () => {
  const text = [
    'Girokonto;"DE89 3704 0044 0532 0130 00"',
    "Zeitraum:;01.01.2024 - 31.01.2024",
    "",
    "Buchungstag;Wertstellung;Buchungstext;Auftraggeber / Begünstigter;Verwendungszweck;Betrag (EUR);Saldo",
    "15.01.2024;16.01.2024;Lastschrift;Bäckerei Groß;Brot;-1.234,50;2.000,00",
    "02.01.2024;02.01.2024;Gutschrift;Arbeit;;3.000,00 ;3.234,50"
  ].join("\r\n");
  const {rows, problems, details} = await readBank(toLatin1(text));
  expect(problems).toEqual([]);
  expect(details).toMatchObject({encoding: "latin-1", parse: {dateOrder: "dmy", delimiter: ";"}});
  expect(rows).toEqual([
    {
      transaction_id: "DE89370400440532013000 | 2024-01-15 | -1234.5 | Bäckerei Groß | Brot",
      account: "DE89370400440532013000",
      date: day("2024-01-15"),
      value_date: day("2024-01-16"),
      amount: -1234.5,
      currency: "EUR",
      payee: "Bäckerei Groß",
      memo: "Brot",
      type: "Lastschrift",
      balance: 2000
    },
    expect.objectContaining({amount: 3000, payee: "Arbeit"})
  ]);
});

test("bankCsv reads two columns of amounts, in English and in French", async () => {
  const english = await readBank(
    "Date,Description,Money Out,Money In,Balance\n13/01/2024,Shop,12.30,,100.00\n14/01/2024,Pay,,1500.00,1600.00\n"
  );
  expect(english.rows.map(({amount}) => amount)).toEqual([-12.3, 1500]);
  const french = await readBank(
    "Date;Date valeur;Libellé;Débit;Crédit\n13/01/2024;14/01/2024;CB BOULANGERIE;-3,20;\n"
  );
  expect(french.rows).toMatchObject([
    {date: day("2024-01-13"), value_date: day("2024-01-14"), memo: "CB BOULANGERIE", amount: -3.2}
  ]);
});

test("bankCsv reads a Dutch statement with directions, and a Spanish one", async () => {
  const dutch = await readBank(
    '"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","Mutatiesoort","Mededelingen"\n' +
      '"20240115","Winkel","NL01","NL02","BA","Af","12,30","Betaalautomaat","Pas 1"\n' +
      '"20240116","Werk","NL01","NL03","OV","Bij","1500,00","Overschrijving",""\n'
  );
  expect(dutch.rows).toMatchObject([
    {account: "NL01", date: day("2024-01-15"), amount: -12.3, payee: "Winkel", currency: "EUR"},
    {amount: 1500}
  ]);
  const spanish = await readBank(
    "Fecha;Fecha valor;Concepto;Importe;Divisa;Saldo\n15/01/2024;15/01/2024;Café;-1,50;EUR;10,00\n"
  );
  expect(spanish.rows).toMatchObject([{memo: "Café", amount: -1.5, currency: "EUR", balance: 10}]);
});

test("bankCsv counts equal bookings of a day, so that overlapping statements give each once", async () => {
  const header = "Date,Description,Amount,Balance\n";
  const coffee = "2024-01-15,Coffee,-3.00,";
  const first = await readBank(`${header}${coffee}10\n${coffee}7\n`);
  const second = await readBank(`${header}2024-01-14,Bread,-1.00,13\n${coffee}10\n${coffee}7\n`);
  const ids = first.rows.map(({transaction_id}) => transaction_id);
  expect(new Set(ids).size).toBe(2);
  expect(second.rows.slice(1).map(({transaction_id}) => transaction_id)).toEqual(ids);
});

test("bankCsv refuses rows without a day or an amount, and says when days and months are unsure", async () => {
  const {rows, problems} = await readBank(
    "Date,Description,Amount,Balance\n03/04/2024,A,1.00,1\n05/02/2024,B,2.00,3\n02/03/2024,C,?,3\n,Total,3.00,\n"
  );
  expect(rows.map(({date}) => date)).toEqual([day("2024-03-04"), day("2024-05-02")]);
  expect(problems.map(({where, what}) => [where, what])).toEqual([
    ["line 4", "2 rows refused: no amount in it"],
    [
      "",
      "days and months can be read either way: read as month/day; set the order of dates if that is wrong"
    ]
  ]);
});

test("bankCsv recognises statements by what only banks write, not lists of expenses", () => {
  expect(recognises(bankCsv, "Date,Description,Amount,Balance\n")).toBe(true);
  expect(recognises(bankCsv, "date,payee,category,amount,currency,account,note\n")).toBe(false);
  expect(recognises(bankCsv, "Date,Name,Amount\n")).toBe(false);
  expect(recognises(bankCsv, "date;name;debit\n")).toBe(false);
});

const BOOKING = "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20240115120000[-5:EST]<TRNAMT>-12.34<FITID>7";
const OFX_1 = `OFXHEADER:100
DATA:OFXSGML

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>99<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST>${BOOKING}
<NAME>AT&T &amp; Sons
<MEMO>
</STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>soon<TRNAMT>5</STMTTRN>
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

test("ofxStatements reads version 1, whose leaves have no end, and keeps what it cannot read", async () => {
  const {tables, problems} = await connect(ofxStatements, OFX_1, "a.ofx");
  expect(dropNulls(tables.transactions!)).toEqual([
    {
      transaction_id: "99 | 7",
      account: "99",
      date: day("2024-01-15"),
      amount: -12.34,
      currency: "USD",
      payee: "AT&T & Sons",
      type: "debit"
    }
  ]);
  expect(problems).toMatchObject([{what: "1 row refused: no day (DTPOSTED) in it"}]);
});

test("ofxStatements reads version 2, cards too, and both are recognised", async () => {
  const text =
    '<?xml version="1.0"?><?OFX OFXHEADER="200" VERSION="211"?><OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>EUR</CURDEF>' +
    "<CCACCTFROM><ACCTID>4111</ACCTID></CCACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20240115</DTPOSTED>" +
    "<TRNAMT>-5,00</TRNAMT><FITID>a</FITID><NAME>Shop</NAME><MEMO>m</MEMO></STMTTRN></BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>";
  const {tables, problems} = await connect(ofxStatements, text, "a.ofx");
  expect(problems).toEqual([]);
  expect(tables.transactions).toMatchObject([
    {transaction_id: "4111 | a", amount: -5, payee: "Shop", memo: "m", currency: "EUR"}
  ]);
  expect(recognises(ofxStatements, text)).toBe(true);
  expect(recognises(ofxStatements, OFX_1)).toBe(true);
  expect(recognises(ofxStatements, "<html><ofx></html>")).toBe(false);
});

test("qifStatements reads accounts, splits, Quicken's short years, and leaves out what is no booking", async () => {
  const text = [
    "!Account",
    "NChecking",
    "TBank",
    "^",
    "!Type:Bank ",
    "D1/15' 4",
    "T-1,234.56",
    "PShop",
    "MWeekly",
    "N101",
    "LFood",
    "^",
    "D1/16'04",
    "T100.00",
    "PTwo things",
    "SFood",
    "$60.00",
    "SHome:Repair",
    "Enails",
    "$40.00",
    "^",
    "!Type:Invst",
    "D1/17'04",
    "NBuy",
    "^"
  ].join("\r\n");
  const {tables, problems} = await connect(qifStatements, text, "a.qif");
  expect(dropNulls(tables.transactions!)).toEqual([
    {
      transaction_id: "Checking | 2004-01-15 | -1234.56 | Shop | Weekly",
      account: "Checking",
      date: day("2004-01-15"),
      amount: -1234.56,
      payee: "Shop",
      memo: "Weekly",
      category: "Food",
      type: "bank",
      reference: "101"
    },
    expect.objectContaining({amount: 100, category: "Food; Home:Repair"})
  ]);
  expect(problems.map(({what}) => what)).toEqual(["1 records of investments left out"]);
  expect(recognises(qifStatements, text)).toBe(true);
});

test("createDayReader(texts) takes the order that fits all dates, or in which they are sorted", () => {
  const read = (texts: string[], order?: "dmy" | "mdy") => {
    const days = createDayReader(texts, order);
    return texts.map((text) => days.read(text)?.toISOString().slice(0, 10) ?? null);
  };
  expect(read(["03/04/2024", "25/04/2024"])).toEqual(["2024-04-03", "2024-04-25"]);
  expect(read(["04/03/2024", "04/25/2024"])).toEqual(["2024-04-03", "2024-04-25"]);
  expect(read(["10/01/2024", "01/02/2024", "03/02/2024"])).toEqual([
    "2024-01-10",
    "2024-02-01",
    "2024-02-03"
  ]);
  expect(read(["03.04.24"])).toEqual(["2024-04-03"]);
  expect(read(["03/04/2024"], "dmy")).toEqual(["2024-04-03"]);
  expect(read(["15 Jan 2024", "3 März 2024", "Jan 5, 2024"])).toEqual([
    "2024-01-15",
    "2024-03-03",
    "2024-01-05"
  ]);
  expect(read(["31/02/2024", "soon", ""])).toEqual([null, null, null]);
});

test("toAmount(text) reads signs, brackets, marks and currencies", () => {
  const texts = [
    "-1.234,50 €",
    "(12.30)",
    "12,30-",
    "$1,000.00",
    "5.00 DR",
    "7,00 H",
    "−3.5",
    "",
    "n/a"
  ];
  expect(texts.map((text) => toAmount(text))).toEqual([
    -1234.5,
    -12.3,
    -12.3,
    1000,
    -5,
    7,
    -3.5,
    null,
    null
  ]);
});
