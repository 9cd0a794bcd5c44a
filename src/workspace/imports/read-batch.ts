import type {BrowserLake} from "../../lake/wasm-lake.ts";
import {UnavailableError} from "../../lib/errors.ts";
import type {Batch} from "../../model/batch.ts";
import type {KeptBytes} from "../../store/kept-bytes.ts";
import type {Store} from "../../store/store.ts";
import {takeClean} from "./clean.ts";
import type {FoldRows} from "./fold.ts";
import type {WorkOptions} from "./imports.ts";
import {openKeptFile} from "./kept-files.ts";
import type {FileTablesReader} from "./reader.ts";

/** Where what batches are made of lies, and what reads it. */
export interface BatchPlaces {
  readonly lake: BrowserLake;
  readonly store: Store;
  readonly bytes: KeptBytes;
  readonly reader: FileTablesReader;
}

/**
 * The rows of a batch out of its file and by its recipe, in a table of the schema by the batch's id. Throws
 * `UnavailableError` where the file does not give the table any more.
 */
export async function readBatch(
  {lake, store, bytes, reader}: BatchPlaces,
  schema: string,
  {id, file, inner, recipe}: Batch,
  {signal, onProgress}: WorkOptions
): Promise<FoldRows> {
  const blob = await openKeptFile(store, bytes, file);
  const {tables} = await reader.read(
    {path: file.path, blob, parse: recipe.parse, schema, inner, sample: null, isInPlace: false},
    {
      ...(signal && {signal}),
      onProgress: (done) => onProgress?.({step: "load", file: file.path, done, total: blob.size})
    }
  );
  const [table] = tables;
  if (!table)
    throw new UnavailableError(`table cannot be read again: ${inner || "the one"} in ${file.path}`);
  return takeClean(lake, table, recipe, {schema, name: id});
}
