import type {Cell, ContractFile, Sample} from "./contract-file.ts";
import {toFile, toLatin1, toUtf16} from "./contract-file.ts";
import {SAMPLES} from "./samples.ts";

const DELIMITERS = {comma: ",", semicolon: ";", tab: "\t", pipe: "|"};

const toText = (cell: Cell): string =>
  cell === null ? "" : cell instanceof Date ? cell.toISOString() : String(cell);

function quote(text: string, delimiter: string): string {
  return text.includes(delimiter) || /["\r\n]/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/** A sample as delimited text. */
export function toDelimited({columns, rows}: Sample, delimiter = ",", lineEnd = "\n"): string {
  return [columns, ...rows]
    .map((row) => row.map((cell) => quote(toText(cell), delimiter)).join(delimiter))
    .map((line) => line + lineEnd)
    .join("");
}

const TEXTS: Readonly<Record<string, string>> = {
  "no-header": "1,2.5,x\n2,3.5,y\n3,4.5,z\n",
  "header-only": "a,b,c\n",
  "one-column": "name\nAda\nBob\nCid\n",
  preamble:
    "Report of the station\nmade 2024-01-02\n\nday,rain\n2024-01-01,3\n2024-01-02,0\n2024-01-03,7\n",
  comments: "# made by hand\n# twice\na,b\n1,2\n3,4\n5,6\n",
  ragged: "a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n",
  nulls: "a,b\n1,NA\n2,\\N\n3,-\n,5\n6,7\n",
  "decimal-comma": "name;value\nx;1,5\ny;2,25\nz;1.234,5\n",
  thousands: 'name,value\nx,"1,234"\ny,"22,500"\nz,"1,000,000"\n',
  "day-first": "day,v\n13/02/2024,1\n14/02/2024,2\n01/03/2024,3\n",
  "month-first": "day,v\n02/13/2024,1\n02/14/2024,2\n03/01/2024,3\n",
  currency: "item,price\ntea,€2.50\ncake,€3.00\njam,€12.75\n",
  footer: "day,rain\n2024-01-01,3\n2024-01-02,0\n2024-01-03,7\nTotal,10\n",
  formula: "a,b\n=1+1,x\n@SUM(A1),y\n-2,\"=cmd|' /C calc'!A0\"\n",
  "twice-named": "a,a,b\n1,2,3\n4,5,6\n7,8,9\n",
  "long-ids": "id,v\n12345678901234567890,1\n12345678901234567891,2\n12345678901234567892,3\n",
  booleans: "a,b\ntrue,yes\nfalse,no\ntrue,yes\n",
  times: "a,b\n2024-01-01 12:00:00,12:00\n2024-01-02 13:30:15,13:30\n2024-01-03 00:00:00,00:15\n",
  offsets:
    "t,v\n2024-01-01T12:00:00+02:00,1\n2024-01-01T12:00:00Z,2\n2024-01-02T08:15:00-05:00,3\n",
  "mixed-ends": "a,b\r\n1,2\n3,4\r\n5,6\n",
  "blank-lines": "a,b\n\n1,2\n\n3,4\n\n5,6\n"
};

/** Delimited texts: samples by every delimiter, line end and encoding, and such with flaws. */
export function makeDelimited(): ContractFile[] {
  const files = SAMPLES.flatMap((sample) => [
    ...Object.entries(DELIMITERS).map(([name, delimiter]) =>
      toFile(
        `csv/${sample.name}-${name}.${name === "tab" ? "tsv" : "csv"}`,
        toDelimited(sample, delimiter)
      )
    ),
    toFile(`csv/${sample.name}-crlf.csv`, toDelimited(sample, ",", "\r\n")),
    toFile(`csv/${sample.name}-bom.csv`, `\ufeff${toDelimited(sample)}`),
    toFile(`csv/${sample.name}-utf16le.csv`, toUtf16(toDelimited(sample, ";"))),
    toFile(`csv/${sample.name}-utf16be.csv`, toUtf16(toDelimited(sample), true)),
    toFile(`csv/${sample.name}-latin1.csv`, toLatin1(toDelimited(sample, ";"))),
    toFile(`csv/${sample.name}`, toDelimited(sample))
  ]);
  const texts = Object.entries(TEXTS).map(([name, text]) => toFile(`csv/${name}.csv`, text));
  return [...files, ...texts];
}
