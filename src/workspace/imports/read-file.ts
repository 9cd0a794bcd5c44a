import {detect} from "../../connectors/detect.ts";
import {CONNECTORS} from "../../connectors/connectors.ts";
import type {Engine} from "../../lake/engine.ts";
import {FileReader} from "../../lake/read-file.ts";
import type {Source} from "../../lake/source.ts";
import {toUnique} from "../../lib/slug.ts";
import type {BlobSource} from "../../model/bytes.ts";
import {toBlobSource} from "../../model/bytes.ts";
import type {Column} from "../../model/column.ts";
import {HEAD_BYTES} from "../../model/format.ts";
import type {ParseOptions} from "../../model/parse-options.ts";
import type {Problem} from "../../model/problem.ts";
import type {Reject} from "../../model/table.ts";
import {keepMounts} from "./keep-mounts.ts";
import {limitRows} from "./limit-rows.ts";
import {loadSource} from "./load-source.ts";
import {toParseUsed} from "./parse-used.ts";
import {sliceLines} from "./slice-lines.ts";

/** What to read, and how. */
export interface ReadRequest {
  readonly path: string;
  readonly blob: Blob;
  readonly parse: ParseOptions;
  /** The schema in the engine's memory that the tables are made in, as `t0`, `t1` …; it is there already. */
  readonly schema: string;
  /** Only the beginning, where the file can be read in part: about as many bytes, and as many rows. */
  readonly sample: {readonly bytes: number; readonly rows: number} | null;
  /** Only the table by this name inside of the file. */
  readonly inner: string | null;
  /** What the engine reads by itself becomes a view of the file, not a copy of its rows. */
  readonly isInPlace: boolean;
}

/** A table of a file, as it stands in the engine. */
export interface ReadTable {
  /** The table inside of the file; of an archive the file in it, and the table there. */
  readonly inner: string;
  /** What its connector calls it, and what names its rows for good. */
  readonly target: string | null;
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: number;
  /** Its place in SQL. */
  readonly relation: string;
  readonly problems: readonly Problem[];
  readonly rejects: readonly Reject[];
}

/** What one file gave. */
export interface FileTables {
  readonly format: string | null;
  readonly connector: {readonly name: string; readonly label: string} | null;
  readonly tables: readonly ReadTable[];
  /** Of the file as a whole. */
  readonly problems: readonly Problem[];
  readonly rejects: readonly Reject[];
  /** How it was read: what was told, and what was guessed. */
  readonly parse: ParseOptions;
  /** Whether it was read only in part. */
  readonly isSample: boolean;
  /** Files of the engine that views stand on; whoever drops the views releases them. */
  readonly mounts: readonly string[];
}

export interface ReadWork {
  readonly signal?: AbortSignal;
  /** Called with the bytes that were read so far. */
  readonly onProgress?: (done: number) => void;
}

/** Reads a file into tables of the engine. What is wrong with the file is told, not thrown. */
export async function readFileTables(
  given: Engine,
  {path, blob, parse, schema, sample, inner, isInPlace}: ReadRequest,
  {signal, onProgress}: ReadWork = {}
): Promise<FileTables> {
  const mounts: string[] = [];
  const engine = isInPlace ? keepMounts(given, mounts) : given;
  const part = sample ? await toSample(path, blob, parse, sample) : {blob, rows: null};
  const limit = part.rows === null ? null : limitRows(detect, part.rows);
  const reader = new FileReader(engine, {detect: limit?.detect ?? detect});
  try {
    const source = withProgress(toBlobSource(path, part.blob), onProgress);
    const reading = await reader.read(source, {parse, ...(signal && {signal})});
    const tables: ReadTable[] = [];
    const problems = [...reading.problems];
    const taken = new Set<string>();
    for (const [i, source] of reading.sources.entries()) {
      signal?.throwIfAborted();
      const name = toUnique(toInner(path, source), (name) => taken.has(name), " ");
      taken.add(name);
      if (inner !== null && name !== inner) continue;
      const table = await loadSource(engine, source, {
        path,
        schema,
        name: `t${i}`,
        isInPlace,
        onRefused: (what) => problems.push({file: source.origin.path, where: "", what})
      });
      if (table) tables.push({...table, inner: name});
    }
    return {
      format: reading.format,
      connector: toConnector(reading.connector),
      tables,
      problems,
      rejects: reading.rejects,
      parse: toParseUsed(parse, reading),
      isSample: part.blob !== blob || (limit?.isCut() ?? false),
      mounts
    };
  } finally {
    if (!signal?.aborted) await reader.close();
  }
}

/** What the engine reads by itself is cut to whole lines; of all else the reader is stopped after some rows. */
async function toSample(
  path: string,
  blob: Blob,
  parse: ParseOptions,
  {bytes, rows}: {readonly bytes: number; readonly rows: number}
): Promise<{blob: Blob; rows: number | null}> {
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  const {format, connector} = detect(path, head, parse);
  const reader = connector ?? format;
  if (reader?.stream) return {blob, rows};
  return {blob: reader?.plan ? await sliceLines(blob, bytes) : blob, rows: null};
}

function toInner(path: string, {origin, inner}: Source): string {
  const member = origin.path === path ? "" : origin.path.slice(path.length + 1);
  return [member, inner].filter((part) => part !== "").join("/");
}

function toConnector(name: string | null): FileTables["connector"] {
  const connector = CONNECTORS.find((connector) => connector.name === name);
  return connector ? {name: connector.name, label: connector.label} : null;
}

/** Tells how far a file has been read. What is read twice counts once. */
function withProgress(source: BlobSource, onProgress?: (done: number) => void): BlobSource {
  if (!onProgress) return source;
  let furthest = 0;
  const tell = (done: number): void => {
    if (done > furthest) onProgress((furthest = done));
  };
  return {
    ...source,
    slice: async (start, end) => {
      const bytes = await source.slice(start, end);
      tell(start + bytes.length);
      return bytes;
    },
    async *stream() {
      let done = 0;
      for await (const piece of source.stream()) {
        yield piece;
        tell((done += piece.length));
      }
    }
  };
}
