import type {Engine} from "./engine.ts";
import type {SourceColumn} from "./source.ts";
import {isNested} from "./source.ts";

const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL\(.*\))$/;
const MOMENT = /^(DATE|TIMESTAMP|TIMESTAMP_S|TIMESTAMP_MS|TIMESTAMP_NS)$/;

/** The narrowest type that holds the values of all columns; VARCHAR where they do not go together. */
export async function unifyTypes(
  engine: Engine,
  columns: readonly SourceColumn[]
): Promise<string> {
  const [first, ...others] = new Set(columns.filter(({isEmpty}) => !isEmpty).map(({type}) => type));
  let union = first ?? "VARCHAR";
  for (const type of others) union = await unifyPair(engine, union, type);
  return union;
}

async function unifyPair(engine: Engine, a: string, b: string): Promise<string> {
  const alike = [NUMBER, MOMENT].some((family) => family.test(a) && family.test(b));
  if (!alike && !(isNested(a) && isNested(b))) return "VARCHAR";
  try {
    const [column] = await engine.describe(`SELECT NULL::${a} AS x UNION ALL SELECT NULL::${b}`);
    return column!.type;
  } catch {
    return "VARCHAR"; // types that the engine cannot unite
  }
}
