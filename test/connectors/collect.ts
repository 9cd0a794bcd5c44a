import {detectFormat} from "../../src/formats/formats.ts";
import {createDetect, toSample} from "../../src/connectors/detect.ts";
import {toByteSource} from "../../src/model/bytes.ts";
import type {Connector} from "../../src/model/format.ts";
import type {DataTable, Reading} from "../../src/model/table.ts";
import {CONNECTORS} from "../../src/connectors/connectors.ts";

/** What a connector makes of a text or of bytes; rows that it hands over while it reads are put together. */
export async function readWith(
  connector: Connector,
  content: string | Uint8Array,
  path = "export"
): Promise<Reading> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  if (connector.read) return connector.read(bytes, {path});
  const tables = new Map<string, DataTable>();
  const notes = await connector.stream!(
    toByteSource(path, bytes),
    {
      write(rows) {
        const before = tables.get(rows.name);
        tables.set(rows.name, before ? append(before, rows) : rows);
        return Promise.resolve();
      }
    },
    {path}
  );
  return {...notes, tables: [...tables.values()]};
}

/** Which of all connectors reads a file, by name. */
export function recognise(content: string | Uint8Array, path = "export"): string | null {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return createDetect(CONNECTORS)(path, bytes).connector?.name ?? null;
}

/** All connectors that know a file, of those that look at files of its format. */
export function knownBy(content: string, path = "export"): string[] {
  const sample = toSample(path, new TextEncoder().encode(content));
  const format = detectFormat(path, sample.head)?.name ?? "";
  return CONNECTORS.filter((one) => one.formats.includes(format) && one.recognise(sample)).map(
    ({name}) => name
  );
}

/** A table's rows as objects. */
export function toRows(table: DataTable | undefined): Record<string, unknown>[] {
  const [first] = table?.columns ?? [];
  return (first?.values ?? []).map((_, i) =>
    Object.fromEntries(table!.columns.map(({name, values}) => [name, values[i]]))
  );
}

function append(table: DataTable, rows: DataTable): DataTable {
  return {
    ...table,
    columns: table.columns.map((column, i) => ({
      ...column,
      values: [...column.values, ...rows.columns[i]!.values]
    }))
  };
}
