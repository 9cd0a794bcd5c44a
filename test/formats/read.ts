import type {Format} from "../../src/model/format.ts";
import type {ParseOptions} from "../../src/model/parse-options.ts";
import type {DataTable, DataType, Reading} from "../../src/model/table.ts";
import {toSqlType} from "../../src/model/table.ts";

/** A reading of a text or of bytes, as of a file of that name. */
export async function read(
  format: Format,
  content: string | Uint8Array,
  path = `a.${format.extensions[0]}`,
  parse?: ParseOptions
): Promise<Reading> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return format.read!(bytes, {path, parse});
}

/** A table's columns by name: type, and values. */
export function toColumns(table: DataTable | undefined): Record<string, [string, unknown[]]> {
  return Object.fromEntries(
    (table?.columns ?? []).map(({name, type, values}) => [name, [toType(type), [...values]]])
  );
}

function toType(type: DataType): string {
  return toSqlType(type).replace("TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ");
}
