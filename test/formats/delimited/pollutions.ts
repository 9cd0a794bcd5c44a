import {Random} from "../../../src/lib/random.ts";

/** A table without a flaw: its names and rows, and which of its cells are quoted. */
export interface CleanTable {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether a cell of this column is quoted even where it need not be. */
  readonly isQuoted: readonly boolean[];
}

/** A text with one flaw, and the table that a good reader sees in it. */
export interface Pollution {
  readonly what: string;
  readonly text: string;
  /** Null where the file has no header. */
  readonly names: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
}

interface Writing {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly end: string;
}

const PLAIN: Writing = {delimiter: ",", quote: '"', escape: '"', end: "\r\n"};

/** Orders of a shop: dates, times, numbers, codes, prices, texts with commas and quotes, links, an empty column. */
export function makeOrders(seed: string, count = 84): CleanTable {
  const random = new Random(seed);
  const two = (n: number): string => String(n).padStart(2, "0");
  const things =
    "Lamp,Chair,Desk Light,Reading Lamp,Kid's Chair,Garden Bench,Oak Table,Men's Desk".split(",");
  const words =
    "made of solid wood that doesn't bend, sturdy and light, it won't scratch the floor, and keeps for years".split(
      " "
    );
  const rows = Array.from({length: count}, (_, i) => {
    const code = `${random.pick(["LA", "CH", "DE", "TA"])}-${random.integer(1000, 9999)}`;
    const thing = random.pick(things);
    const text = Array.from({length: random.integer(8, 30)}, () => random.pick(words)).join(" ");
    return [
      `${two((i % 28) + 1)}/${two(1 + (Math.floor(i / 28) % 12))}/2019`,
      `${two(Math.floor(i / 4) % 24)}:${two((i % 4) * 15)}`,
      String(random.integer(0, 9)),
      code,
      `$${random.between(5, 120).toFixed(2)}`,
      i % 12 === 7 ? `Wide Table, 60" Oak` : thing,
      `${text[0]!.toUpperCase()}${text.slice(1)}.`,
      `https://shop.example/item/${code.replace("-", "_")}.html`,
      ""
    ];
  });
  return {
    names: ["DAY", "HOUR", "Count", "ITEMID", "Cost", "ItemKind", "ItemText", "LINK", "Remarks"],
    rows,
    isQuoted: [false, false, false, false, false, false, true, true, false]
  };
}

/** People of a club: numbers, names, towns, ISO dates, decimals, truth values, notes that are often missing. */
export function makeMembers(seed: string, count = 60): CleanTable {
  const random = new Random(seed);
  const first = "Ada,Bob,Cleo,Dan,Eve,Finn,Grace,Hugo".split(",");
  const last = "O'Neill,Smith,Van Dyke,Moreau,Lee,Garcia".split(",");
  const towns = "Berlin,New York,Paris,Rome,San José,Oslo".split(",");
  const rows = Array.from({length: count}, (_, i) => [
    String(i + 101),
    `${random.pick(last)}, ${random.pick(first)}`,
    random.pick(towns),
    new Date(Date.UTC(1960, 0, 1) + random.integer(0, 20_000) * 864e5).toISOString().slice(0, 10),
    random.between(0, 90).toFixed(3),
    random.chance(0.5) ? "true" : "false",
    random.chance(0.6) ? "" : `Called on ${random.integer(1, 28)} May; will come`
  ]);
  return {
    names: ["id", "full_name", "town", "born", "score", "active", "note"],
    rows,
    isQuoted: [false, true, false, false, false, false, false]
  };
}

/** The flaws of Vitagliano et al., "Pollock: A Data Loading Benchmark" (VLDB 2023), each on its own, 82 of them. */
export function pollute(table: CleanTable): Pollution[] {
  return [...polluteFile(table), ...polluteRows(table)];
}

function polluteFile(table: CleanTable): Pollution[] {
  const {names, rows} = table;
  const clean = {names, rows};
  const text = write(table);
  const body = text.slice(text.indexOf("\r\n") + 2);
  const header = text.slice(0, text.indexOf("\r\n") + 2);
  const width = names.length;
  const more = {
    names: [...names, "col1"],
    rows: rows.map((row) => [...row, row.at(-1)!]),
    isQuoted: table.isQuoted
  };
  const less = {
    names: names.slice(0, -1),
    rows: rows.map((row) => row.slice(0, -1)),
    isQuoted: table.isQuoted
  };
  const repeat = (n: number): string[] =>
    names.map((name) => Array.from({length: n}, () => name).join(" "));
  return [
    {what: "nothing", text, ...clean},
    {what: "no trailing newline", text: text.slice(0, -2), ...clean},
    {what: "double trailing newline", text: `${text}\r\n`, ...clean},
    {what: "no header", text: body, names: null, rows},
    {what: "two header rows", text: header + text, names: repeat(2), rows},
    {what: "three header rows", text: header + header + text, names: repeat(3), rows},
    {what: "header only", text: header, names, rows: []},
    {
      what: "one data row",
      text: header + body.split("\r\n")[0] + "\r\n",
      names,
      rows: rows.slice(0, 1)
    },
    {
      what: "preamble",
      text: `PREAMBLE${",".repeat(width - 1)}\r\n${",".repeat(width - 1)}\r\n${text}`,
      ...clean
    },
    {
      what: "preamble without delimiters",
      text: `Sales, all of them\r\nof 2019\r\n${text}`,
      ...clean
    },
    {what: "two tables, less", text: text + write(less), ...clean},
    {what: "two tables, same", text: text + text, ...clean},
    {what: "two tables, more", text: text + write(more), ...clean},
    ...[" ", ", ", ";", "\t"].map((delimiter) => ({
      what: `delimiter ${JSON.stringify(delimiter)}`,
      text: write(table, {...PLAIN, delimiter}),
      ...clean
    })),
    {what: "quote '", text: write(table, {...PLAIN, quote: "'", escape: ""}), ...clean},
    {what: "escape \\", text: write(table, {...PLAIN, escape: "\\"}), ...clean},
    {what: "no escape", text: write(table, {...PLAIN, escape: ""}), ...clean},
    {what: "record delimiter \\n", text: write(table, {...PLAIN, end: "\n"}), ...clean},
    {what: "record delimiter \\r", text: write(table, {...PLAIN, end: "\r"}), ...clean},
    {what: "byte order mark", text: `\ufeff${text}`, ...clean}
  ];
}

function polluteRows(table: CleanTable): Pollution[] {
  const {names, rows} = table;
  const width = names.length;
  const clean = {names, rows};
  const lines = [names, ...rows].map((row, i) =>
    row.map((cell, c) => writeCell(cell, i > 0 || isWord(cell) ? table.isQuoted[c]! : false, PLAIN))
  );
  const join = (edit: (line: readonly string[], i: number) => string): string =>
    lines.map((line, i) => edit(line, i) + "\r\n").join("");
  const last = rows.length;
  const places = Array.from(
    {length: 18},
    (_, k) => [k < 2 ? 1 : k < 4 ? last : ((k * 7) % last) + 1, k % width] as const
  );
  const polluted: Pollution[] = [];
  for (const [row, col] of places) {
    polluted.push({
      what: `extra delimiter in row ${row}, column ${col}`,
      text: join((line, i) => (i === row ? line.toSpliced(col, 0, "") : line).join(",")),
      ...clean
    });
    const at = Math.max(1, col);
    polluted.push({
      what: `missing delimiter in row ${row}, column ${at}`,
      text: join((line, i) =>
        i === row ? line.toSpliced(at - 1, 2, line[at - 1]! + line[at]!).join(",") : line.join(",")
      ),
      ...clean
    });
    polluted.push({
      what: `extra quote in row ${row}, column ${col}`,
      text: join((line, i) =>
        (i === row
          ? line.with(
              col,
              line[col]!.startsWith('"') ? `""${line[col]!.slice(1)}` : `"${line[col]!}`
            )
          : line
        ).join(",")
      ),
      names,
      rows: rows.map((cells, i) => (i === row - 1 ? cells.with(col, `"${cells[col]!}`) : cells))
    });
  }
  for (const row of [0, 1, 20, 33, last])
    polluted.push({
      what: `row ${row} with blanks between its fields`,
      text: join((line, i) => line.join(i === row ? " " : ",")),
      ...clean
    });
  return polluted;
}

function write({names, rows, isQuoted}: CleanTable, writing: Writing = PLAIN): string {
  return [names, ...rows]
    .map(
      (row) =>
        row
          .map((cell, i) => writeCell(cell, isQuoted[i] ?? false, writing))
          .join(writing.delimiter) + writing.end
    )
    .join("");
}

function isWord(cell: string): boolean {
  return cell !== "";
}

function writeCell(cell: string, isQuoted: boolean, {quote, escape, delimiter}: Writing): string {
  const must =
    (cell.includes(quote) && quote === '"') ||
    (cell.includes(delimiter) && delimiter !== " ") ||
    cell.includes(",");
  return isQuoted || must ? quote + cell.replaceAll(quote, escape + quote) + quote : cell;
}
