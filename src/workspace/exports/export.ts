import {createPause} from "../../lib/pause.ts";
import type {QueryResult} from "../../model/query-result.ts";
import {toCsvLines} from "./export-csv.ts";
import {toJsonLines, toNdjsonLines} from "./export-json.ts";
import type {ExportOptions} from "./export-options.ts";

export type {ExportOptions} from "./export-options.ts";

export type ExportFormat = "csv" | "json" | "ndjson" | "parquet";

/** The formats that a result can be saved in: their names, media types and file name extensions. */
export const EXPORT_FORMATS: Readonly<Record<ExportFormat, {label: string; mediaType: string}>> = {
  csv: {label: "CSV", mediaType: "text/csv"},
  json: {label: "JSON", mediaType: "application/json"},
  ndjson: {label: "NDJSON", mediaType: "application/x-ndjson"},
  parquet: {label: "Parquet", mediaType: "application/vnd.apache.parquet"}
};

/** Characters that are turned into bytes at once. */
const CHUNK_CHARACTERS = 1 << 20;

/** A result as the bytes of a file. The page goes on in between; an aborted `signal` throws. */
export async function exportResult(
  result: QueryResult,
  format: ExportFormat,
  options: ExportOptions = {}
): Promise<Uint8Array> {
  switch (format) {
    case "csv":
      return toBytes(toCsvLines(result, options), result.numRows, options);
    case "json":
      return toBytes(toJsonLines(result), result.numRows, options);
    case "ndjson":
      return toBytes(toNdjsonLines(result), result.numRows, options);
    case "parquet": {
      // the writer is loaded where somebody wants Parquet
      const {toParquet} = await import("./export-parquet.ts");
      return toParquet(result, options);
    }
  }
}

async function toBytes(
  lines: Iterable<string>,
  total: number,
  {signal, onProgress}: ExportOptions
): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const pause = createPause(signal);
  const chunks: Uint8Array[] = [];
  let text = "";
  let rows = -1; // the first line is the header
  for (const line of lines) {
    text += line;
    ++rows;
    if (text.length >= CHUNK_CHARACTERS) {
      chunks.push(encoder.encode(text));
      text = "";
      onProgress?.(Math.min(rows, total), total);
    }
    const turn = pause();
    if (turn) await turn;
  }
  chunks.push(encoder.encode(text));
  onProgress?.(total, total);
  return concat(chunks);
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
