import {quoteIdentifier, quoteText} from "../lib/sql.ts";
import type {TextEncoding} from "../lib/text-encoding.ts";
import type {Column} from "../model/column.ts";
import type {DelimitedPlan, PlannedColumn} from "../model/delimited.ts";
import type {Problem} from "../model/problem.ts";
import {listRejects} from "./csv-rejects.ts";
import type {CsvLeniency} from "./csv-scan.ts";
import {STRICT, toConversion, toReadCsv, toTextColumns} from "./csv-scan.ts";
import {widenColumns} from "./csv-widen.ts";
import type {Engine} from "./engine.ts";
import type {Origin, Review, Source, SourceColumn} from "./source.ts";
import {selectList} from "./source.ts";

const MAX_LINE_BYTES = 1 << 29;

/** What the engine says where it is not the text of a cell but the make of the file that it cannot read. */
const LINE_TOO_LONG = /Maximum line size of \d+ bytes exceeded/;
const NOT_UTF8 = /Invalid unicode|not utf-8|Invalid UTF/i;
const NOT_CONVERTED = /Could not convert|Could not parse|Error when converting|Conversion Error/;
const NOT_PARALLEL = /parallel/;

/** A delimited text in UTF-8, and how it is to be read. */
export interface CsvFile {
  readonly origin: Origin;
  readonly path: string;
  readonly encoding: TextEncoding;
  readonly plan: DelimitedPlan;
  /** For bytes that are no UTF-8 after all: the file written anew, and the plan for it. */
  readonly recode: () => Promise<Pick<CsvFile, "path" | "encoding" | "plan"> | undefined>;
  /** For rows that the engine refuses: its tables by our own reader; undefined where the file is too large for it. */
  readonly reread: () => Promise<{readonly source: Source; readonly review: Review} | undefined>;
}

/**
 * A delimited text that the engine reads by a plan. It is read as strictly as it allows: first with the types of a
 * sample, then with those of the whole file, then by our own reader, leniently where it is too large for that, at last
 * as mere text; what had to give is named as a problem.
 */
export class CsvSource implements Source {
  readonly inner = "";
  readonly origin: Origin;
  readonly #engine: Engine;
  readonly #file: CsvFile;
  #path: string;
  #encoding: TextEncoding;
  #plan: DelimitedPlan;
  #leniency: CsvLeniency = STRICT;
  #problems: Problem[] = [];
  /** Whether the types are those of all values. */
  #isVerified = false;
  #isText = false;
  /** Our own reading, where the engine gave up. */
  #other: {readonly source: Source; readonly review: Review} | undefined;
  #hasReread = false;

  constructor(engine: Engine, file: CsvFile) {
    this.origin = file.origin;
    this.#engine = engine;
    this.#file = file;
    this.#path = file.path;
    this.#encoding = file.encoding;
    this.#plan = file.plan;
  }

  /** How the file was written, before it was recoded. */
  get encoding(): TextEncoding {
    return this.#encoding;
  }

  get plan(): DelimitedPlan {
    return this.#plan;
  }

  get columns(): readonly SourceColumn[] {
    return this.#other?.source.columns ?? this.#plan.columns;
  }

  get rows(): number | undefined {
    return this.#other?.source.rows;
  }

  select(target: readonly Column[], fileColumn?: string): string {
    if (this.#other) return this.#other.source.select(target, fileColumn);
    const wanted = new Map(target.map(({name, type}) => [name.toLowerCase(), type]));
    const columns = this.#plan.columns.map((column): PlannedColumn => {
      const type = wanted.get(column.name.toLowerCase());
      const isDirect =
        type === "VARCHAR" || (type === "DOUBLE" && column.type === "BIGINT" && !column.marks);
      return isDirect ? {name: column.name, type} : column;
    });
    const file =
      fileColumn === undefined ? undefined : {name: fileColumn, value: quoteText(this.origin.path)};
    return `SELECT ${selectList(columns, target, file)} FROM ${this.#toRelation(columns)}`;
  }

  /** The rows with their columns as they are; what the reader would read with a loss is text first. */
  #toRelation(columns: readonly PlannedColumn[]): string {
    const conversions = columns.map((column) => toConversion(column, this.#isVerified));
    const types = columns.map(({name, type}, i) => ({
      name,
      type: conversions[i] === undefined ? type : "VARCHAR"
    }));
    const rows = toReadCsv(this.#path, this.#plan, types, this.#leniency);
    const converted = columns.flatMap(({name}, i) =>
      conversions[i] === undefined ? [] : [`${conversions[i]} AS ${quoteIdentifier(name)}`]
    );
    return converted.length > 0
      ? `(SELECT * REPLACE (${converted.join(", ")}) FROM ${rows})`
      : rows;
  }

  async repair(error: unknown): Promise<boolean> {
    if (this.#other) return false;
    const message = error instanceof Error ? error.message : String(error);
    if (NOT_UTF8.test(message)) return this.#readRecoded();
    if (LINE_TOO_LONG.test(message)) return this.#allowLongerLines(message);
    if (NOT_PARALLEL.test(message) && this.#leniency.isParallel)
      return this.#change({isParallel: false});
    if (NOT_CONVERTED.test(message) && !this.#isVerified) return this.#widen();
    if (NOT_CONVERTED.test(message) && !this.#isText) return this.#readAsText();
    if (!this.#hasReread) {
      this.#hasReread = true;
      this.#other = await this.#file.reread();
      if (this.#other) return true;
    }
    if (!this.#leniency.isLenient) return this.#change({isLenient: true});
    if (this.#leniency.isRejecting) return false;
    this.#readAsText();
    return this.#change({isRejecting: true});
  }

  async review(): Promise<Review> {
    if (this.#other) return this.#other.review;
    const problems = [...this.#plan.notes.map(({where, what}) => this.#problem(where, what))];
    problems.push(...this.#problems);
    if (this.#leniency.isLenient) {
      const rejects = await listRejects(this.#engine, this.#path, {
        layout: this.#plan,
        leniency: this.#leniency,
        columns: toTextColumns(this.columns)
      });
      problems.push(...rejects.map(({where, what}) => this.#problem(where, what)));
    }
    return {problems, rejects: []};
  }

  #problem(where: string, what: string): Problem {
    return {file: this.origin.path, where, what};
  }

  #change(leniency: Partial<CsvLeniency>): boolean {
    this.#leniency = {...this.#leniency, ...leniency};
    return true;
  }

  /** Bytes that are no UTF-8 may come late in a file that was taken for it. */
  async #readRecoded(): Promise<boolean> {
    const recoded = await this.#file.recode();
    if (!recoded || recoded.encoding === this.#encoding) return false;
    this.#path = recoded.path;
    this.#encoding = recoded.encoding;
    this.#plan = recoded.plan;
    return true;
  }

  #allowLongerLines(message: string): boolean {
    const actual = Number(/Actual Size:\s*(\d+)/i.exec(message)?.[1] ?? 0);
    const maxLineBytes = Math.max(this.#leniency.maxLineBytes * 4, actual * 2);
    return maxLineBytes <= MAX_LINE_BYTES && this.#change({maxLineBytes});
  }

  /** Looks at all values for types that hold them. */
  async #widen(): Promise<boolean> {
    this.#isVerified = true;
    const before = this.#plan;
    try {
      const {columns, nulls, misfits} = await widenColumns(this.#engine, this.#path, {
        layout: before,
        columns: before.columns,
        leniency: this.#leniency
      });
      this.#plan = {...before, columns, nulls};
      for (const [name, value] of misfits) await this.#noteMisfit(before, name, value);
      return true;
    } catch (error) {
      // the rows themselves are at fault, not what stands in them
      return this.repair(error);
    }
  }

  /** Names a column that has another type because of a value, with the line where the engine tells it. */
  async #noteMisfit({columns}: DelimitedPlan, name: string, value: string): Promise<void> {
    const column = columns.find((column) => column.name === name)!;
    const types = toTextColumns(columns).map((text) => (text.name === name ? column : text));
    const scan = toReadCsv(this.#path, this.#plan, types, this.#leniency);
    const failure: unknown = await this.#engine
      .rows(`SELECT count(${quoteIdentifier(name)}) FROM ${scan}`)
      .catch((error: unknown) => error);
    const line = /CSV Error on Line: (\d+)/.exec(String(failure))?.[1];
    const what = `column ${name} is not ${column.type} throughout: ${JSON.stringify(value.slice(0, 80))}`;
    this.#problems.push(this.#problem(line === undefined ? "" : `line ${line}`, what));
  }

  #readAsText(): boolean {
    if (this.#isText) return false;
    this.#isText = true;
    this.#plan = {...this.#plan, columns: toTextColumns(this.#plan.columns)};
    return true;
  }
}
