import {InputError} from "../../lib/errors.ts";
import type {Batch} from "../../model/batch.ts";
import {toCompareSql} from "../../recipes/batches/compare.ts";
import {toCleanSql} from "./clean.ts";
import type {ImportContext} from "./context.ts";
import type {FoldRows} from "./fold.ts";
import type {Comparison, WorkOptions} from "./imports.ts";
import {openKeptFile} from "./kept-files.ts";
import {withSchema} from "./schemas.ts";

interface CompareOptions extends WorkOptions {
  readonly inner?: string;
  readonly key?: readonly string[];
}

/** A version's rows, and what names one. */
interface Version extends FoldRows {
  readonly key: readonly string[];
}

/** Compares two kept files, each read as it was when it was imported. */
export async function compareFiles(
  context: ImportContext,
  before: string,
  after: string,
  options: CompareOptions = {}
): Promise<Comparison> {
  const {lake} = context;
  return withSchema(lake, "before", (former) =>
    withSchema(lake, "after", async (latter) => {
      const old = await readVersion(context, former, before, options);
      const now = await readVersion(context, latter, after, options);
      const sql = toCompareSql(old, now, options.key ?? now.key);
      const work = options.signal && {signal: options.signal};
      const counts = (await lake.query(sql.counts, work)).row(0);
      return {
        columnsAdded: sql.columnsAdded,
        columnsRemoved: sql.columnsRemoved,
        added: Number(counts.added),
        removed: Number(counts.removed),
        changed: Number(counts.changed),
        same: Number(counts.same),
        rows: await lake.query(sql.rows, work)
      };
    })
  );
}

async function readVersion(
  {lake, store, bytes, reader}: ImportContext,
  schema: string,
  sha256: string,
  {inner, signal, onProgress}: CompareOptions
): Promise<Version> {
  const file = await store.batches.file(sha256);
  if (!file) throw new InputError(`file not kept: ${sha256}`);
  const batch = findBatch(await store.batches.list(), sha256, inner);
  const blob = await openKeptFile(store, bytes, file);
  const {path} = file;
  const {tables, problems} = await reader.read(
    {
      path,
      blob,
      parse: batch?.recipe.parse ?? {},
      schema,
      sample: null,
      inner: inner ?? batch?.inner ?? null,
      isInPlace: false
    },
    {
      ...(signal && {signal}),
      onProgress: (done) => onProgress?.({step: "read", file: path, done, total: blob.size})
    }
  );
  const [table] = tables;
  if (!table)
    throw new InputError(`no table to compare: ${path}: ${problems[0]?.what ?? inner ?? ""}`);
  if (!batch) return {...table, key: table.key};
  const {sql, columns} = await toCleanSql(lake, table, batch.recipe);
  return {relation: `(${sql})`, columns, key: batch.recipe.key};
}

/** The last batch of a file's table. */
function findBatch(batches: readonly Batch[], sha256: string, inner?: string): Batch | undefined {
  return batches.findLast(
    (batch) => batch.file.sha256 === sha256 && (inner === undefined || batch.inner === inner)
  );
}
