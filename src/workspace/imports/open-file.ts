import {UnavailableError} from "../../lib/errors.ts";
import type {ParseOptions} from "../../model/parse-options.ts";
import type {ImportContext} from "./context.ts";
import type {ImportFile, WorkOptions} from "./imports.ts";
import {createSchema, dropSchema} from "./schemas.ts";
import type {OpenFile, OpenReading} from "./session-item.ts";

/** Files up to this size are read as a whole at once; of larger ones the beginning is shown. */
const WHOLE_BYTES = 32 * 2 ** 20;
const SAMPLE = {bytes: 8 * 2 ** 20, rows: 20_000};

/** A file with its hash. */
export async function openFile(
  {reader, store}: ImportContext,
  file: ImportFile,
  {signal, onProgress}: WorkOptions
): Promise<OpenFile> {
  const {path, blob} = file;
  try {
    const sha256 = await reader.hash(blob, {
      ...(signal && {signal}),
      onProgress: (done) => onProgress?.({step: "hash", file: path, done, total: blob.size})
    });
    return {...file, sha256, isKept: (await store.batches.file(sha256))?.kept === "copy"};
  } catch (error) {
    if (error instanceof Error && error.name === "NotReadableError")
      throw new UnavailableError(`file cannot be read: ${path}; it has changed, or is gone`, {
        cause: error
      });
    throw error;
  }
}

/** Reads a file into a schema of its own, in part where it is large. */
export async function readOpenFile(
  {lake, reader}: ImportContext,
  file: OpenFile,
  {
    parse,
    isWhole,
    inner = null
  }: {readonly parse: ParseOptions; readonly isWhole: boolean; readonly inner?: string | null},
  {signal, onProgress}: WorkOptions
): Promise<OpenReading> {
  const {path, blob} = file;
  const schema = await createSchema(lake, "import");
  const sample = isWhole || blob.size <= WHOLE_BYTES ? null : SAMPLE;
  try {
    const tables = await reader.read(
      {path, blob, parse, schema, sample, inner, isInPlace: false},
      {
        ...(signal && {signal}),
        onProgress: (done) => onProgress?.({step: "read", file: path, done, total: blob.size})
      }
    );
    return {file, schema, tables};
  } catch (error) {
    await dropSchema(lake, schema);
    throw error;
  }
}

/** Gives back what was read. */
export async function releaseReading({lake}: ImportContext, {schema}: OpenReading): Promise<void> {
  await dropSchema(lake, schema);
}
