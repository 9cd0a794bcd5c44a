import type {TextEncoding} from "../lib/text-encoding.ts";
import {fixLegacyText} from "../lib/text-encoding.ts";
import type {ByteSource} from "../model/bytes.ts";
import type {Column} from "../model/column.ts";
import type {Problem} from "../model/problem.ts";
import {InputError} from "../lib/errors.ts";
import {toColumnNames} from "../lib/column-names.ts";
import {quoteIdentifier, quoteText} from "../lib/sql.ts";
import type {GuessedDialect} from "./csv-dialect.ts";
import {countBlankLines, guessDialect, hasMixedLineEnds, hasQuotesInSample} from "./csv-dialect.ts";
import {refineCsv} from "./csv-refine.ts";
import {listRejects} from "./csv-rejects.ts";
import type {CsvColumn, CsvOptions, CsvShape} from "./csv-sniff.ts";
import {
  DEFAULT_MAX_LINE_BYTES,
  SAMPLE_ROWS,
  sniffCsv,
  toReadCsv,
  toTextColumns
} from "./csv-sniff.ts";
import type {Engine} from "./engine.ts";
import {toEngineMessage} from "./engine-message.ts";
import type {Origin, Review, Source, SourceColumn} from "./source.ts";
import {selectList} from "./source.ts";

const HEAD_BYTES = 1 << 18;
const MAX_LINE_BYTES = 1 << 29;

/** What the engine says where it is not the text of a cell but the make of the file that it cannot read. */
const LINE_TOO_LONG = /Maximum line size of \d+ bytes exceeded/;
const NOT_UTF8 = /Invalid unicode|not utf-8|Invalid UTF/i;
const NOT_CONVERTED = /Could not convert|Could not parse|Error when converting|Conversion Error/;
const NOT_PARALLEL = /parallel/;

/** How a file was read, for people and for `inspect`. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly header: boolean;
  readonly skip: number;
}

/** A delimited text, and where it can be read as UTF-8. */
export interface CsvFile {
  readonly origin: Origin;
  /** The file itself, whatever its encoding. */
  readonly source: ByteSource;
  /** A file in UTF-8: itself, or recoded. */
  readonly path: string;
  readonly encoding: TextEncoding;
  /** Writes the file anew as UTF-8, and gives the path. */
  readonly recode: (from: TextEncoding) => Promise<string>;
}

interface Opened {
  readonly guess: GuessedDialect | undefined;
  /** Whether the sniffer saw quotes. */
  readonly sawQuotes: boolean;
  readonly hasMixedLineEnds: boolean;
  readonly blankLines: number;
  readonly shape: CsvShape;
}

/**
 * A delimited text. It is read as strictly as it allows: first with the types of a sample, then with
 * those of the whole file, then leniently, at last as mere text; what had to give is named as a problem.
 */
export class CsvSource implements Source {
  readonly inner = "";
  readonly #engine: Engine;
  readonly origin: Origin;
  readonly #source: ByteSource;
  readonly #recode: (from: TextEncoding) => Promise<string>;
  #path: string;
  #encoding: TextEncoding;
  #opened: Opened;
  #shape: CsvShape;
  #problems: Problem[] = [];
  #isFullySniffed = false;
  #isText = false;

  private constructor(
    engine: Engine,
    {origin, source, path, encoding, recode, opened}: CsvFile & {opened: Opened}
  ) {
    this.#engine = engine;
    this.origin = origin;
    this.#source = source;
    this.#path = path;
    this.#encoding = encoding;
    this.#recode = recode;
    this.#opened = opened;
    this.#shape = opened.shape;
  }

  /** Sniffs a file. Throws where it has no line, or no way of reading it is found. */
  static async open(engine: Engine, file: CsvFile): Promise<CsvSource> {
    const source = new CsvSource(engine, await toSniffable(engine, file));
    await source.#refine();
    return source;
  }

  /** How the file was written, before it was recoded. */
  get encoding(): TextEncoding {
    return this.#encoding;
  }

  get columns(): readonly SourceColumn[] {
    return this.#shape.columns;
  }

  get dialect(): CsvDialect {
    const {delimiter, quote, escape, header, skip} = this.#shape.options;
    return {delimiter, quote, escape, header, skip};
  }

  select(target: readonly Column[], fileColumn?: string): string {
    const wanted = new Map(target.map(({name, type}) => [name.toLowerCase(), type]));
    const columns = this.#shape.columns.map((column) => {
      const type = wanted.get(column.name.toLowerCase());
      const isDirect = type === "VARCHAR" || (type === "DOUBLE" && column.type === "BIGINT");
      return isDirect ? {name: column.name, type} : column;
    });
    const file =
      fileColumn === undefined ? undefined : {name: fileColumn, value: quoteText(this.origin.path)};
    return `SELECT ${selectList(columns, target, file)} FROM ${this.#toRelation(columns)}`;
  }

  /** The rows with their columns as they are; dates of another format are read as text, and then parsed. */
  #toRelation(columns: readonly CsvColumn[]): string {
    const types = columns.map(({name, type, format}) => ({
      name,
      type: format === undefined ? type : "VARCHAR"
    }));
    const rows = toReadCsv(this.#path, this.#shape.options, types);
    const parsed = columns.flatMap(({name, type, format}) => {
      if (format === undefined) return [];
      const column = quoteIdentifier(name);
      return [`strptime(${column}, ${quoteText(format)})::${type} AS ${column}`];
    });
    return parsed.length > 0 ? `(SELECT * REPLACE (${parsed.join(", ")}) FROM ${rows})` : rows;
  }

  async repair(error: unknown): Promise<boolean> {
    const message = error instanceof Error ? error.message : String(error);
    const {options} = this.#shape;
    if (NOT_UTF8.test(message)) return this.#readAsLegacy();
    if (LINE_TOO_LONG.test(message)) return this.#allowLongerLines(message);
    if (NOT_PARALLEL.test(message) && options.isParallel) return this.#change({isParallel: false});
    if (NOT_CONVERTED.test(message)) {
      if (!this.#isFullySniffed) return this.#sniffWhole(options.isLenient, message);
      return this.#readAsText(message);
    }
    if (!options.isLenient) return this.#sniffWhole(true);
    if (!options.isRejecting) {
      this.#readAsText();
      return this.#change({isRejecting: true});
    }
    return false;
  }

  async review(): Promise<Review> {
    const {options, columns} = this.#shape;
    const {blankLines, hasMixedLineEnds} = this.#opened;
    const problems = [...this.#problems];
    if (options.skip > blankLines) problems.push(this.#problem("line 1", toSkipText(options.skip)));
    if (options.isLenient) {
      const rejects = await listRejects(this.#engine, this.#path, {
        options,
        columns: toTextColumns(columns),
        hasMixedLineEnds
      });
      problems.push(...rejects.map(({where, what}) => this.#problem(where, what)));
    }
    return {problems, rejects: []};
  }

  #problem(where: string, what: string): Problem {
    return {file: this.origin.path, where, what};
  }

  #change(options: Partial<CsvOptions>): boolean {
    this.#shape = {...this.#shape, options: {...this.#shape.options, ...options}};
    return true;
  }

  async #refine(): Promise<void> {
    const {shape, ambiguous} = await refineCsv(this.#engine, this.#path, this.#shape).catch(() => ({
      // what the reader stumbles over is told, and mended, when all rows are read
      shape: this.#shape,
      ambiguous: []
    }));
    this.#shape = shape;
    for (const column of ambiguous) {
      const what = "dates kept as text: they may be day or month first";
      this.#problems.push(this.#problem(`column ${column}`, what));
    }
  }

  /** Bytes that are no UTF-8 may come late in a file that was taken for it. */
  async #readAsLegacy(): Promise<boolean> {
    if (this.#encoding !== "utf-8") return false;
    this.#encoding = "windows-1252";
    this.#path = await this.#recode(this.#encoding);
    this.#opened = await openCsv(this.#engine, {
      path: this.#path,
      source: this.#source,
      encoding: this.#encoding
    });
    this.#shape = this.#opened.shape;
    await this.#refine();
    return true;
  }

  #allowLongerLines(message: string): Promise<boolean> | boolean {
    const bytes = findLineBytes(message, this.#shape.options.maxLineBytes);
    return bytes <= MAX_LINE_BYTES && this.#change({maxLineBytes: bytes});
  }

  async #sniffWhole(isLenient: boolean, message?: string): Promise<boolean> {
    this.#isFullySniffed = true;
    const before = this.#shape;
    const {delimiter, maxLineBytes} = before.options;
    const {guess, sawQuotes} = this.#opened;
    try {
      const sniffed = await sniffCsv(this.#engine, this.#path, {
        delimiter: guess?.delimiter ?? delimiter,
        isLenient,
        wholeFile: true,
        maxLineBytes
      });
      this.#shape = cut(withQuotes(sniffed, sawQuotes), guess);
    } catch {
      // the file is too odd for the sniffer; with the dialect that was found before it is read as text
      this.#change({isLenient});
      return this.#readAsText(message);
    }
    this.#problems = [];
    await this.#refine();
    if (message !== undefined) this.#noteText(before.columns, message);
    return true;
  }

  #readAsText(message?: string): boolean {
    if (this.#isText) return false;
    const before = this.columns;
    this.#isText = true;
    this.#shape = {...this.#shape, columns: toTextColumns(before)};
    if (message !== undefined) this.#noteText(before, message);
    return true;
  }

  /** Names a column that is text because of a single value. */
  #noteText(before: readonly Column[], message: string): void {
    const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
    const column = /converting column "(.*?)"\. /.exec(message)?.[1];
    const value = /Could not convert string "([^]*?)" to/.exec(message)?.[1];
    const type = before.find(({name}) => name === column)?.type;
    if (column === undefined || type === undefined) return;
    const what = `column ${column} is not ${type} throughout: ${JSON.stringify(value?.slice(0, 80))}`;
    const where = line === undefined ? "" : `line ${line}`;
    if (!this.#problems.some((problem) => problem.what === what))
      this.#problems.push(this.#problem(where, what));
  }
}

/** Sniffs a file; what is not the UTF-8 that it was taken for is recoded first. */
async function toSniffable(engine: Engine, file: CsvFile): Promise<CsvFile & {opened: Opened}> {
  try {
    return {...file, opened: await openCsv(engine, file)};
  } catch (error) {
    if (file.encoding !== "utf-8" || !NOT_UTF8.test(String(error))) throw error;
    const path = await file.recode("windows-1252");
    const recoded = {...file, path, encoding: "windows-1252"} as const;
    return {...recoded, opened: await openCsv(engine, recoded)};
  }
}

async function openCsv(
  engine: Engine,
  {path, source, encoding}: Pick<CsvFile, "path" | "source" | "encoding">
): Promise<Opened> {
  const head = await readHead(source, encoding);
  if (head.trim() === "") throw new InputError("file is empty");
  const guess = guessDialect(head);
  const blankLines = countBlankLines(head);
  const sawQuotes = hasQuotesInSample(head, SAMPLE_ROWS);
  const shape = withQuotes(await sniffSomehow(engine, path, {guess, blankLines}), sawQuotes);
  return {
    guess,
    blankLines,
    sawQuotes,
    hasMixedLineEnds: hasMixedLineEnds(head),
    shape
  };
}

/** Strictly where the file allows it; with the guessed delimiter and leniently where the sniffer is misled. */
async function sniffSomehow(
  engine: Engine,
  path: string,
  {guess, blankLines}: Pick<Opened, "guess" | "blankLines">
): Promise<CsvShape> {
  let maxLineBytes = DEFAULT_MAX_LINE_BYTES;
  const attempts = [{}, {isLenient: true, delimiter: guess?.delimiter, wholeFile: true}];
  let failure: unknown;
  for (let i = 0; i < attempts.length; ++i) {
    try {
      const shape = await sniffCsv(engine, path, {...attempts[i], maxLineBytes});
      if (i === 0 && guess && isMisled(shape, guess, blankLines)) continue;
      return i === 0 ? shape : cut(shape, guess);
    } catch (error) {
      failure = error;
      const message = error instanceof Error ? error.message : String(error);
      if (!LINE_TOO_LONG.test(message)) continue;
      maxLineBytes = findLineBytes(message, maxLineBytes);
      if (maxLineBytes <= MAX_LINE_BYTES) --i;
    }
  }
  if (!guess) throw new Error(toEngineMessage(failure), {cause: failure});
  return {
    columns: toTextColumns(toColumnNames(guess.first).map((name) => ({name, type: "VARCHAR"}))),
    options: {
      delimiter: guess.delimiter,
      quote: '"',
      escape: '"',
      comment: "",
      header: true,
      skip: 0,
      decimalSeparator: ".",
      isLenient: true,
      isRejecting: false,
      isParallel: true,
      maxLineBytes
    }
  };
}

/** One column where there are several, or lines passed over although the first one is as wide as the others. */
function isMisled(
  {columns, options}: CsvShape,
  {first, width}: GuessedDialect,
  blankLines: number
): boolean {
  return columns.length === 1 || (options.skip > blankLines && first.length === width);
}

/** Leaves out columns that only a few overlong rows have; the rows are named as problems. */
function cut(shape: CsvShape, guess: GuessedDialect | undefined): CsvShape {
  if (!guess || guess.delimiter !== shape.options.delimiter) return shape;
  const width = Math.max(guess.width, shape.options.skip > 0 ? 0 : guess.first.length);
  return {...shape, columns: shape.columns.slice(0, width)};
}

/** The sniffer sees no quotes where its sample has none; those that come later must be heeded all the same. */
function withQuotes(shape: CsvShape, sawQuotes: boolean): CsvShape {
  const {quote, escape} = shape.options;
  const heeded = quote === "" && !sawQuotes ? '"' : quote;
  return {...shape, options: {...shape.options, quote: heeded, escape: escape || heeded}};
}

function findLineBytes(message: string, before: number): number {
  const actual = Number(/Actual Size:\s*(\d+)/i.exec(message)?.[1] ?? 0);
  return Math.max(before * 4, actual * 2);
}

function toSkipText(skip: number): string {
  return skip === 1
    ? "line left out: it stands before the header"
    : `${skip} lines left out: they stand before the header`;
}

async function readHead(source: ByteSource, encoding: TextEncoding): Promise<string> {
  const bytes = await source.slice(0, HEAD_BYTES);
  const isLegacy = encoding === "latin-1" || encoding === "windows-1252";
  const decoded = new TextDecoder(isLegacy ? "windows-1252" : encoding).decode(bytes);
  const text = isLegacy ? fixLegacyText(decoded) : decoded;
  return bytes.length < HEAD_BYTES && !/[\r\n]$/.test(text) ? `${text}\n` : text;
}
