import {FORMATS} from "../formats/formats.ts";
import {refuse} from "../formats/refusal.ts";
import {isRecord} from "../formats/records.ts";
import {InputError, toMessage} from "../lib/errors.ts";
import type {Connector, ConnectorTable, FileSample, Format} from "../model/format.ts";
import {toReading, toUserTable} from "./user-reading.ts";

export interface UserModule {
  /** The file, for messages. */
  readonly file: string;
  /** Hears of a `recognise` that throws: the file at hand is then taken for none of its own. */
  readonly onFault?: (what: string) => void;
}

/**
 * The connectors that a module of `data/connectors` exports, under whatever names. Throws `InputError` that names the
 * file and the field where something is missing or wrong; what is left out gets its default.
 */
export function toConnectors(exports: unknown, module: UserModule): Connector[] {
  const candidates = isRecord(exports)
    ? [...new Set(Object.values(exports))].filter(
        (value) => isRecord(value) && "recognise" in value
      )
    : [];
  if (candidates.length === 0)
    throw new InputError(
      `no connector in ${module.file}: export an object with name, formats, recognise, tables and read`
    );
  return candidates.map((candidate) => toConnector(candidate as object, module));
}

function toConnector(candidate: object, {file, onFault}: UserModule): Connector {
  const fields = candidate as Readonly<Record<string, unknown>>;
  const fail = (what: string): never => {
    throw new InputError(`connector in ${file}: ${what}`);
  };
  const {name, label = name, formats, recognise, tables, help = "", read, stream} = fields;
  if (typeof name !== "string" || !/^[a-z][a-z\d-]*$/.test(name))
    return fail(`name expected, lower case with hyphens, got ${toShown(name)}`);
  if (typeof label !== "string") return fail(`label expected as a text, got ${toShown(label)}`);
  if (typeof help !== "string") return fail(`help expected as Markdown, got ${toShown(help)}`);
  if (typeof recognise !== "function") return fail("recognise expected as a function");
  if ((typeof read === "function") === (typeof stream === "function"))
    return fail("read or stream expected as a function, one of them");
  if (!Array.isArray(tables) || tables.length === 0) return fail("tables expected, at least one");
  const known = tables.map((table, i) => toTable(table, `tables[${i}]`, fail));
  const ask = recognise as (sample: FileSample) => unknown;
  return {
    name,
    label,
    extensions: [],
    formats: toFormats(formats, fail),
    recognise(sample) {
      try {
        return ask(sample) === true;
      } catch (error) {
        onFault?.(`connector ${name}: recognise failed: ${toMessage(error)}`);
        return false;
      }
    },
    tables: known,
    help,
    ...(typeof read === "function"
      ? {read: toRead(name, read as NonNullable<Format["read"]>, known)}
      : {stream: toStream(stream as NonNullable<Format["stream"]>, known)})
  };
}

function toFormats(value: unknown, fail: (what: string) => never): readonly string[] {
  const names = FORMATS.map(({name}) => name);
  if (!Array.isArray(value) || value.length === 0) return fail("formats expected, at least one");
  const unknown = value.find((one) => !names.includes(one as string)) as unknown;
  if (unknown !== undefined)
    return fail(`format not known: ${toShown(unknown)} (there are: ${names.join(", ")})`);
  return value as string[];
}

function toTable(value: unknown, where: string, fail: (what: string) => never): ConnectorTable {
  if (!isRecord(value)) return fail(`${where} expected as {name, what, key}`);
  const {name, what = "", key} = value;
  if (typeof name !== "string" || !/^[a-z_][a-z\d_]*$/.test(name))
    return fail(`${where}.name expected, lower case with underscores, got ${toShown(name)}`);
  if (typeof what !== "string") return fail(`${where}.what expected as a text`);
  if (!Array.isArray(key) || !key.every((column) => typeof column === "string"))
    return fail(`${where}.key expected as a list of columns`);
  return {name, what, key};
}

/** What is no reading, or is thrown, refuses the file with words that name the connector. */
function toRead(
  name: string,
  read: NonNullable<Format["read"]>,
  tables: readonly ConnectorTable[]
): NonNullable<Format["read"]> {
  return async (bytes, context) => {
    try {
      return toReading(await read(bytes, context), tables, context.path);
    } catch (error) {
      context.signal?.throwIfAborted();
      return refuse(context.path, `connector ${name} failed: ${toMessage(error)}`);
    }
  };
}

function toStream(
  stream: NonNullable<Format["stream"]>,
  tables: readonly ConnectorTable[]
): NonNullable<Format["stream"]> {
  return (source, sink, context) =>
    stream(
      source,
      {write: (rows: unknown) => sink.write(toUserTable(rows, "rows", tables))},
      context
    );
}

function toShown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
