import {InputError} from "../lib/errors.ts";
import {quoteIdentifier} from "../lib/sql.ts";
import {toText} from "../lib/text.ts";
import type {Detect} from "../model/format.ts";
import {DiskSource} from "./disk-source.ts";
import {EngineLostError} from "./engine-lost.ts";
import {findFile} from "./inspect.ts";
import type {NativeEngine} from "./native-engine.ts";
import {FileReader} from "./read-file.ts";
import type {Source} from "./source.ts";
import {tryFiles} from "./try-files.ts";

/** A column with all values as text; "" where there is none. */
export interface TextColumn {
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * The one table of a file, read as `compileLake` reads it, each value as text. Throws `InputError` where there is no such
 * file, it cannot be read, or it has several tables.
 */
export async function readTexts(path: string, detect: Detect): Promise<TextColumn[]> {
  const read = (engine: NativeEngine): Promise<TextColumn[]> => readFile(engine, path, detect);
  for await (const outcome of tryFiles([path], read)) {
    if (outcome instanceof EngineLostError) throw new InputError(`file cannot be read: ${path}`);
    return outcome;
  }
  return [];
}

async function readFile(engine: NativeEngine, path: string, detect: Detect): Promise<TextColumn[]> {
  const file = await findFile(path);
  if (typeof file === "string") throw new InputError(`${file}: ${path}`);
  const reader = new FileReader(engine, {detect});
  try {
    const {sources, problems} = await reader.read(new DiskSource({...file, path}));
    const [source, ...others] = sources;
    if (!source) throw new InputError(`${problems[0]?.what ?? "no table"}: ${path}`);
    if (others.length > 0) {
      const names = sources.map(({inner, target}) => inner || target || "?").join(", ");
      throw new InputError(`file with several tables: ${path} (${names}); give one table a file`);
    }
    return await readColumns(engine, source);
  } finally {
    await reader.close();
  }
}

async function readColumns(engine: NativeEngine, source: Source): Promise<TextColumn[]> {
  const toSql = (): string => {
    const columns = source.columns.map(({name}) => ({name, type: "VARCHAR"}));
    const texts = columns.map(({name}, i) => `${quoteIdentifier(name)}::VARCHAR AS c${i}`);
    return `SELECT ${texts.join(", ")} FROM (${source.select(columns)})`;
  };
  for (;;)
    try {
      const rows = await engine.rows(toSql());
      return source.columns.map(({name}, i) => ({
        name,
        values: rows.map((row) => toText(row[`c${i}`]))
      }));
    } catch (error) {
      if (!(await source.repair?.(error))) throw error;
    }
}
