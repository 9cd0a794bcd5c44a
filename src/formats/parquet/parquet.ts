import {parquetMetadataAsync, parquetRead} from "hyparquet";
import type {AsyncBuffer, ColumnChunk, Compressors, FileMetaData} from "hyparquet";
import {compressors} from "hyparquet-compressors";
import {toColumnNames} from "../../lib/column-names.ts";
import {toMessage} from "../../lib/errors.ts";
import {PARQUET_ENCRYPTED, findParquetFlaw} from "../../lib/parquet-end.ts";
import type {ByteSource} from "../../model/bytes.ts";
import type {Value} from "../../model/column.ts";
import type {Format, ReadContext} from "../../model/format.ts";
import type {DataColumn, ReadingNotes, TableSink} from "../../model/table.ts";
import {readByStream} from "../collect.ts";
import {refuse} from "../refusal.ts";
import {decodePresent, toDecoder} from "./parquet-decode.ts";
import {readSchema} from "./parquet-schema.ts";
import type {Decoder} from "./parquet-types.ts";

/** Rows are handed over so many at a time; a row group, which is read at once, may have a million. */
const BATCH_ROWS = 65_536;
const MAX_CHUNK_BYTES = 2 ** 29;

/**
 * Parquet by `hyparquet`, with the types and the values that DuckDB's own reader gives. An engine that has such a reader
 * (native DuckDB) does not need this one.
 */
async function stream(
  source: ByteSource,
  sink: TableSink,
  {path, signal}: ReadContext
): Promise<ReadingNotes> {
  const flaw = await findParquetFlaw(source);
  if (flaw !== undefined) return refuse(path, flaw);
  const file = toAsyncBuffer(source);
  const opened = await open(file).catch((error: unknown) => toReason(error));
  if (typeof opened === "string") return refuse(path, opened);
  const {metadata, columns} = opened;
  if (columns.length === 0) return refuse(path, "no columns in it");
  let start = 0;
  for (const group of [
    ...metadata.row_groups,
    ...(metadata.row_groups.length === 0 ? [undefined] : [])
  ]) {
    signal?.throwIfAborted();
    const end = start + Number(group?.num_rows ?? 0);
    const large = group?.columns.find(isTooLarge)?.meta_data?.path_in_schema.join(".");
    if (large !== undefined)
      return refuse(
        path,
        `column too large to be read at once: ${large} (512 MB in one row group at most)`
      );
    const read = await readRows(file, metadata, columns, start, end).catch(toReason);
    if (typeof read === "string")
      return {problems: [{file: path, where: start === 0 ? "" : `row ${start + 1}`, what: read}]};
    await write(read, end - start, sink);
    start = end;
  }
  return {problems: []};
}

async function write(columns: readonly DataColumn[], rows: number, sink: TableSink): Promise<void> {
  for (let start = 0; start === 0 || start < rows; start += BATCH_ROWS) {
    const batch = columns.map((column) => ({
      ...column,
      values: column.values.slice(start, start + BATCH_ROWS)
    }));
    await sink.write({name: "", columns: batch});
  }
}

export const parquet: Format = {
  name: "parquet",
  extensions: ["parquet", "pq"],
  stream,
  read: readByStream(stream)
};

function isTooLarge({meta_data}: ColumnChunk): boolean {
  return (meta_data?.total_uncompressed_size ?? 0n) > MAX_CHUNK_BYTES;
}

/** Values as they lie in the file: they are converted here. */
const READ = {
  compressors: Object.fromEntries(
    Object.entries(compressors).map(([codec, decompress]) => [
      codec,
      // a page without values may have no bytes either, which decompressors take for a broken one
      (input: Uint8Array, length: number) =>
        length === 0 ? new Uint8Array(0) : decompress(input, length)
    ])
  ) as Compressors,
  utf8: false,
  parsers: {timestampFromNanoseconds: (nanos: bigint): bigint => nanos}
};

interface ParquetColumn extends Decoder {
  readonly name: string;
  /** The name in the file. */
  readonly key: string;
}

async function open(
  file: AsyncBuffer
): Promise<{metadata: FileMetaData; columns: readonly ParquetColumn[]}> {
  const metadata = await parquetMetadataAsync(file, {geoparquet: false});
  if (metadata.row_groups.some(({columns}) => columns.some((column) => column.crypto_metadata)))
    throw new Error(PARQUET_ENCRYPTED);
  const {columns, plain} = readSchema(metadata);
  const names = toColumnNames(columns.map(({element}) => element.name));
  return {
    metadata: plain,
    columns: columns.map((column, i) => ({
      name: names[i]!,
      key: column.element.name,
      ...toDecoder(column)
    }))
  };
}

/** The rows of one row group, column by column. */
async function readRows(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly ParquetColumn[],
  rowStart: number,
  rowEnd: number
): Promise<DataColumn[]> {
  const found: DataColumn[] = [];
  for (const {name, key, ...decoder} of columns) {
    const chunks: Iterable<unknown>[] = [];
    if (rowEnd > rowStart)
      await parquetRead({
        ...READ,
        file,
        metadata,
        rowStart,
        rowEnd,
        columns: [key],
        onChunk: ({columnData}) => void chunks.push(columnData as Iterable<unknown>)
      });
    const values: Value[] = [];
    for (const chunk of chunks)
      for (const value of chunk) values.push(decodePresent(decoder, value));
    if (values.length !== rowEnd - rowStart)
      throw new Error(`column ${key}: ${rowEnd - rowStart} rows promised, ${values.length} found`);
    found.push({name, type: decoder.type, values});
  }
  return found;
}

function toReason(error: unknown): string {
  const message = toMessage(error).replace(/^parquet /, "");
  return message === PARQUET_ENCRYPTED ? message : `no Parquet file that can be read: ${message}`;
}

function toAsyncBuffer(source: ByteSource): AsyncBuffer {
  return {
    byteLength: source.size,
    async slice(start, end = source.size) {
      return new Uint8Array(await source.slice(start, end)).buffer;
    }
  };
}
