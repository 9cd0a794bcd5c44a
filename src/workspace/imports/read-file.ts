import {detect} from "../../connectors/detect.ts";
import {CONNECTORS} from "../../connectors/connectors.ts";
import type {Engine} from "../../lake/engine.ts";
import {FileReader} from "../../lake/read-file.ts";
import type {Source} from "../../lake/source.ts";
import {toUnique} from "../../lib/slug.ts";
import type {BlobSource} from "../../model/bytes.ts";
import {toBlobSource} from "../../model/bytes.ts";
import {HEAD_BYTES} from "../../model/format.ts";
import type {ParseOptions} from "../../model/parse-options.ts";
import {keepMounts} from "./keep-mounts.ts";
import {limitRows} from "./limit-rows.ts";
import type {FileTables, ReadRequest, ReadTable, ReadWork} from "./file-tables.ts";
import {loadSource} from "./load-source.ts";
import {toParseUsed} from "./parse-used.ts";
import {sliceLines} from "./slice-lines.ts";

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
