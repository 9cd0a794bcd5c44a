import {expect, test} from "vitest";
import type {Problem} from "../../src/model/problem.ts";
import type {Row} from "../../src/model/query-result.ts";
import {RawFolder} from "./raw-folder.ts";

/** What a CSV file by the name `t.csv` becomes. */
async function compileCsv(
  content: string | Uint8Array
): Promise<{rows: Row[]; types: string[]; problems: [string, string][]; details: unknown}> {
  const folder = new RawFolder({"t.csv": content});
  const {problems, tables} = await folder.compile();
  const rows = tables.length > 0 ? await folder.rows("from t") : [];
  const columns = await folder.rows("select name, type from lake.columns order by position");
  const [file] = await folder.rows("select details from lake.files");
  return {
    rows,
    types: columns.map(({name, type}) => `${name as string} ${type as string}`),
    problems: problems.map(({where, what}: Problem) => [where, what]),
    details: JSON.parse(file!.details as string)
  };
}

test.each([",", ";", "\t", "|"])("a CSV file with %j between fields is read", async (delimiter) => {
  const line = (...fields: string[]) => fields.join(delimiter);
  const text = [line("id", "name"), line("1", '"a, b; ""c"""'), line("2", "x")].join("\n");
  const {rows, details} = await compileCsv(text);
  expect(rows).toEqual([
    {id: 1, name: 'a, b; "c"'},
    {id: 2, name: "x"}
  ]);
  expect(details).toMatchObject({dialect: {delimiter, quote: '"', header: true, skip: 0}});
});

test.each(["\n", "\r\n", "\r"])(
  "a CSV file with line ends %j is read, with a last line that has none",
  async (end) => {
    const {rows, problems} = await compileCsv(`a,b${end}1,x${end}2,y`);
    expect(rows).toEqual([
      {a: 1, b: "x"},
      {a: 2, b: "y"}
    ]);
    expect(problems).toEqual([]);
  }
);

test.each<[string, Uint8Array]>([
  ["utf-8", Buffer.from("\ufeffname,n\né中😀,1\n")],
  ["utf-16le", Buffer.from("\ufeffname,n\né中😀,1\n", "utf16le")],
  ["utf-16be", Buffer.from("\ufeffname,n\né中😀,1\n", "utf16le").swap16()],
  ["utf-16le", Buffer.from("name,n\né,1\n", "utf16le")]
])("a CSV file in %s is read, with or without a byte order mark", async (encoding, bytes) => {
  const {rows, details} = await compileCsv(bytes);
  expect(rows[0]).toMatchObject({n: 1, name: expect.stringMatching(/^é/) as string});
  expect(details).toMatchObject({encoding});
});

test("a CSV file that is no UTF-8 is read as Latin-1, or as Windows-1252", async () => {
  const latin = await compileCsv(Buffer.from("name,n\ncaf\xe9,1\n", "latin1"));
  expect([latin.rows, latin.details]).toMatchObject([[{name: "café"}], {encoding: "latin-1"}]);
  const windows = await compileCsv(Buffer.from("name,n\n\x80 5,1\n", "latin1"));
  expect([windows.rows, windows.details]).toMatchObject([
    [{name: "€ 5"}],
    {encoding: "windows-1252"}
  ]);
});

test("a large CSV file with its first strange byte at the end is read as a whole", async () => {
  const rows = "1,some plain text that goes on for a while\n".repeat(450_000);
  const {rows: found} = await new Promise<{rows: Row[]}>((resolve, reject) => {
    const folder = new RawFolder({"t.csv": Buffer.from(`a,b\n${rows}2,caf\xe9\n`, "latin1")});
    folder
      .compile()
      .then(() => folder.rows("select a, b, count(*) over () as n from t order by a desc limit 1"))
      .then((rows) => resolve({rows}), reject);
  });
  expect(found).toEqual([{a: 2, b: "café", n: 450_001}]);
});

test("a CSV file keeps what would lose by being a number or a date", async () => {
  const {types, rows, problems} = await compileCsv(
    "zip,phone,id,when,iso\n01234,+15550100,12345678901234567890,03/04/2024,2024-04-03\n00501,+15550101,1,05/06/2024,2024-06-05\n"
  );
  expect(types).toEqual(["zip VARCHAR", "phone VARCHAR", "id VARCHAR", "when VARCHAR", "iso DATE"]);
  expect(rows[0]).toEqual({
    zip: "01234",
    phone: "+15550100",
    id: "12345678901234567890",
    when: "03/04/2024",
    iso: new Date("2024-04-03")
  });
  expect(problems).toEqual([["column when", "dates kept as text: they may be day or month first"]]);
});

test("a CSV file reads dates that can be one thing only, moments with an offset, and decimal commas", async () => {
  const dates = await compileCsv("d\n13/04/2024\n05/06/2024\n");
  expect(dates.rows).toEqual([{d: new Date("2024-04-13")}, {d: new Date("2024-06-05")}]);
  const moments = await compileCsv("t,z\n2024-01-02 03:04:05,2024-01-02T03:04:05+02:00\n");
  expect(moments.rows).toEqual([
    {t: new Date("2024-01-02T03:04:05Z"), z: new Date("2024-01-02T01:04:05Z")}
  ]);
  const commas = await compileCsv("a;b;c\n1,5;2,25;x\n3;4,75;y\n");
  expect(commas.rows).toEqual([
    {a: 1.5, b: 2.25, c: "x"},
    {a: 3, b: 4.75, c: "y"}
  ]);
});

test("a CSV file takes empty fields and NULL for no value", async () => {
  const {rows, types} = await compileCsv("a,b\n1,\nNULL,x\n");
  expect(types).toEqual(["a BIGINT", "b VARCHAR"]);
  expect(rows).toEqual([
    {a: 1, b: null},
    {a: null, b: "x"}
  ]);
});

test("a CSV file whose column changes its kind far down is read, and the line is named", async () => {
  const lines = Array.from({length: 60_000}, (_, i) => `${i},${i === 50_000 ? "oops" : i}`);
  const {rows, types, problems} = await compileCsv(`id,v\n${lines.join("\n")}\n`);
  expect(types).toEqual(["id BIGINT", "v VARCHAR"]);
  expect([rows.length, rows[50_000], rows[7]]).toEqual([
    60_000,
    {id: 50_000, v: "oops"},
    {id: 7, v: "7"}
  ]);
  expect(problems).toEqual([["line 50002", 'column v is not BIGINT throughout: "oops"']]);
});

test("a CSV file with ragged rows is read, and each such row is named", async () => {
  const {rows, problems} = await compileCsv("a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n");
  expect(rows).toEqual([
    {a: 1, b: 2, c: 3},
    {a: 4, b: 5, c: null},
    {a: 6, b: 7, c: 8},
    {a: 10, b: 11, c: 12}
  ]);
  expect(problems).toEqual([
    ["line 3", "row has 2 of 3 fields, the others are null: 4,5"],
    ["line 4", "row has more than 3 fields, the others are left out: 6,7,8,9"]
  ]);
});

test("a CSV file with ragged rows far down is read, and a hundred of them are named", async () => {
  const lines = Array.from({length: 40_000}, (_, i) =>
    i > 30_000 && i % 50 === 0 ? `${i}` : `${i},x,y`
  );
  const {rows, problems} = await compileCsv(`a,b,c\n${lines.join("\n")}\n`);
  expect(rows).toHaveLength(40_000);
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)).toEqual(["", "99 more rows of this kind"]);
});

test("a CSV file whose quotes come late is read with them", async () => {
  const {rows} = await compileCsv(`a,b\n${"x,1\n".repeat(25_000)}"x,y",2\n`);
  expect(rows.at(-1)).toEqual({a: "x,y", b: 2});
});

test("a CSV file with quotes that are none is read as it stands", async () => {
  const {rows, problems} = await compileCsv('a,b\nx "y" z,1\n"unclosed,2\nfoo,3\n');
  expect(rows.map(({a}) => a)).toEqual(['x "y" z', '"unclosed', "foo"]);
  expect(problems).toEqual([]);
});

test("a CSV file with lines before its header is read below them, which is said", async () => {
  const {rows, problems} = await compileCsv(
    "Report of things\nmade 2024\n\nid,name\n1,Ada\n2,Bob\n"
  );
  expect(rows).toEqual([
    {id: 1, name: "Ada"},
    {id: 2, name: "Bob"}
  ]);
  expect(problems).toEqual([["line 1", "3 lines left out: they stand before the header"]]);
});

test("a CSV file with blank lines at its beginning has no problem", async () => {
  const {rows, problems} = await compileCsv("\n\n\na,b,c\n1,2,3\n");
  expect([rows, problems]).toEqual([[{a: 1, b: 2, c: 3}], []]);
});

test("a CSV file with names that are twice there, empty, or words of SQL is read", async () => {
  const {rows, types} = await compileCsv('select,a,A,,"from ""x"""\n1,2,3,4,5\n');
  expect(types).toEqual([
    "select BIGINT",
    "a BIGINT",
    "A_1 BIGINT",
    "column3 BIGINT",
    'from "x" BIGINT'
  ]);
  expect(rows).toEqual([{select: 1, a: 2, A_1: 3, column3: 4, 'from "x"': 5}]);
});

test("a CSV file without a header has numbered columns", async () => {
  expect((await compileCsv("1,2\n3,4\n5,6\n")).rows).toHaveLength(3);
});

test("a CSV file with a header only is a table without rows", async () => {
  const {rows, types, problems} = await compileCsv("a,b,c\n");
  expect([rows, types, problems]).toEqual([[], ["a VARCHAR", "b VARCHAR", "c VARCHAR"], []]);
});

test.each(["", "\n\n  \n"])("a CSV file %j says that it is empty", async (content) => {
  const {types, problems} = await compileCsv(content);
  expect([types, problems]).toEqual([[], [["", "file is empty"]]]);
});

test("a CSV file of 2,000 columns is read", async () => {
  const line = (toField: (i: number) => unknown) =>
    Array.from({length: 2000}, (_, i) => toField(i)).join(",");
  const {rows, types} = await compileCsv(
    `${line((i) => `c${i}`)}\n${line((i) => i)}\n${line((i) => i / 2)}\n`
  );
  expect(types).toHaveLength(2000);
  expect([rows[0]!.c1999, rows[1]!.c1999]).toEqual([1999, 999.5]);
});

test.each([1, 5])("a CSV file with a cell of %d MB is read", async (megabytes) => {
  const text = "x".repeat(megabytes << 20);
  const {rows} = await compileCsv(`id,text\n1,"${text}"\n2,short\n`);
  expect(rows.map(({id, text}) => [id, (text as string).length])).toEqual([
    [1, text.length],
    [2, 5]
  ]);
});

test("a file called .csv that is no text is refused", async () => {
  const {types, problems} = await compileCsv(
    Uint8Array.from({length: 4000}, (_, i) => (i * 7) % 251)
  );
  expect([types, problems]).toEqual([[], [["", "no text: it has control characters in it"]]]);
});
