import type {ByteSource} from "../model/bytes.ts";
import type {Format, ReadContext} from "../model/format.ts";
import type {ReadingNotes, Reject, TableSink} from "../model/table.ts";
import {readByStream} from "./collect.ts";
import {decodeBytes} from "./decode.ts";
import {FeatureRows} from "./json-features.ts";
import {parseLines} from "./json-lines.ts";
import {splitJsonValues} from "./json-split.ts";
import {parseJson} from "./json-text.ts";
import type {RecordColumn} from "./records.ts";
import {RecordShape, toDataColumns} from "./records.ts";
import {refuse, toRefusal} from "./refusal.ts";
import {decodeStream} from "./text-stream.ts";

/** A file up to this size may have values over several lines; they are looked for where lines are none. */
const MAX_WHOLE_BYTES = 1 << 26;
/** Up to this size the records stay in memory between the two passes. */
const MAX_KEPT_BYTES = 1 << 24;
const MAX_REJECTS = 1000;
const BATCH_ROWS = 4096;

/**
 * One JSON value a line, or values one after the other. Read twice, so that the columns are those of all lines: once for
 * their types, once for their rows. A broken line is a reject, and the others are read; a file that has more broken lines
 * than others is refused.
 */
async function stream(
  source: ByteSource,
  sink: TableSink,
  {path, parse, signal}: ReadContext
): Promise<ReadingNotes> {
  const first = await survey(source, parse?.encoding, signal).catch((error: unknown) => {
    signal?.throwIfAborted();
    return toRefusal(error);
  });
  if (typeof first === "string") return refuse(path, first);
  if (first.brokenCount > 0 && source.size <= MAX_WHOLE_BYTES) {
    const values = readValues(await source.slice(0, source.size), parse?.encoding);
    if (values) return await writeValues(values, sink, first.encoding);
  }
  if (first.brokenCount > first.count) {
    const [line] = first.broken;
    return refuse(path, `${line!.what} (${first.brokenCount} such lines)`, line!.where);
  }
  if (first.count === 0) return refuse(path, "no records in it");
  const columns = first.features.toColumns(first.shape);
  if (first.kept) await write(first.kept, columns, sink);
  else {
    const text = decodeStream(source.stream(), {encoding: parse?.encoding});
    for await (const {records} of parseLines(text.pieces)) {
      signal?.throwIfAborted();
      await write(
        records.map((record) => first.features.flatten(record)),
        columns,
        sink
      );
    }
  }
  return {
    problems:
      first.brokenCount === 0
        ? []
        : [
            {
              file: path,
              where: "",
              what: `${first.brokenCount} lines left out, no JSON: see the rejects`
            }
          ],
    rejects: first.broken,
    details: {encoding: first.encoding}
  };
}

export const ndjson: Format = {
  name: "ndjson",
  extensions: ["ndjson", "jsonl", "ldjson", "jsonlines", "geojsonl", "geojsons"],
  stream,
  read: readByStream(stream)
};

/** What the first pass learns. */
interface Survey {
  readonly shape: RecordShape;
  readonly features: FeatureRows;
  readonly count: number;
  /** The first lines that are no JSON; how many there are. */
  readonly broken: readonly Reject[];
  readonly brokenCount: number;
  readonly encoding: string;
  /** All records, where the file is small. */
  readonly kept: readonly unknown[] | undefined;
}

async function survey(
  source: ByteSource,
  encoding: string | undefined,
  signal: AbortSignal | undefined
): Promise<Survey> {
  const shape = new RecordShape();
  const features = new FeatureRows();
  const kept: unknown[] | undefined = source.size <= MAX_KEPT_BYTES ? [] : undefined;
  const broken: Reject[] = [];
  let count = 0;
  let brokenCount = 0;
  const text = decodeStream(source.stream(), {encoding});
  for await (const block of parseLines(text.pieces)) {
    signal?.throwIfAborted();
    for (const record of block.records) {
      const row = features.flatten(record);
      shape.add(row);
      kept?.push(row);
    }
    count += block.records.length;
    brokenCount += block.broken.length;
    broken.push(...block.broken.slice(0, MAX_REJECTS - broken.length));
  }
  return {shape, features, count, broken, brokenCount, encoding: text.encoding(), kept};
}

async function write(
  records: readonly unknown[],
  columns: readonly RecordColumn[],
  sink: TableSink
): Promise<void> {
  for (let start = 0; start < records.length; start += BATCH_ROWS) {
    const batch = records.slice(start, start + BATCH_ROWS);
    await sink.write({name: "", columns: toDataColumns(columns, batch)});
  }
}

/** Values that do not keep to lines, one after the other; undefined where the text is not made of them. */
function readValues(bytes: Uint8Array, encoding: string | undefined): unknown[] | undefined {
  const texts = splitJsonValues(decodeBytes(bytes, encoding).text);
  if (texts.length === 0) return undefined;
  try {
    return texts.map(parseJson);
  } catch {
    return undefined; // then its broken lines are what is told
  }
}

async function writeValues(
  values: readonly unknown[],
  sink: TableSink,
  encoding: string
): Promise<ReadingNotes> {
  const shape = new RecordShape();
  for (const value of values) shape.add(value);
  await write(values, shape.toColumns(), sink);
  return {problems: [], details: {encoding}};
}
