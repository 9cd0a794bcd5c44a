import type {BrowserLake} from "../../lake/wasm-lake.ts";
import {quoteIdentifier} from "../../lib/sql.ts";

/** Names of schemas are told apart by this, so that two sessions never meet. */
let schemas = 0;

/** A schema in the engine's memory, for tables that are of use for a while only. */
export async function createSchema(lake: BrowserLake, prefix: string): Promise<string> {
  const name = `${prefix} ${++schemas}`;
  await lake.query(`CREATE SCHEMA memory.${quoteIdentifier(name)}`);
  return name;
}

/** Drops a schema with all that is in it; one that is gone with a former engine is no trouble. */
export async function dropSchema(lake: BrowserLake, name: string): Promise<void> {
  await lake.query(`DROP SCHEMA IF EXISTS memory.${quoteIdentifier(name)} CASCADE`);
}

export async function withSchema<T>(
  lake: BrowserLake,
  prefix: string,
  work: (schema: string) => Promise<T>
): Promise<T> {
  const schema = await createSchema(lake, prefix);
  try {
    return await work(schema);
  } finally {
    await dropSchema(lake, schema);
  }
}
