import {isRecord} from "./records.ts";

/** Objects under the keys of an object are its rows where they share at least this part of their keys. */
const MIN_SHARED_KEYS = 0.5;
/** An object of fewer entries than this is rather a thing with parts than a list, if its parts hold lists themselves. */
const FEW = 3;

/** `{"a": [1, 2], "b": ["x", "y"]}` as rows: two columns at least, of the same length, of plain values. */
export function readColumns(value: Readonly<Record<string, unknown>>): unknown[] | undefined {
  const columns = Object.entries(value);
  const [, first] = columns[0] ?? [];
  if (columns.length < 2 || !Array.isArray(first) || first.length < 2) return undefined;
  const areColumns = columns.every(
    ([, items]) =>
      Array.isArray(items) &&
      items.length === first.length &&
      items.every((item) => !isNested(item))
  );
  if (!areColumns) return undefined;
  return first.map((_, row) =>
    Object.fromEntries(columns.map(([name, items]) => [name, (items as unknown[])[row]]))
  );
}

/** `{"a": {"0": 1, "1": 2}, "b": {"0": "x", "1": "y"}}` as rows, which is how pandas writes a table. */
export function readIndexedColumns(
  value: Readonly<Record<string, unknown>>
): unknown[] | undefined {
  const columns = Object.entries(value);
  const [, first] = columns[0] ?? [];
  if (!isRecord(first)) return undefined;
  const length = Object.keys(first).length;
  if (length === 0) return undefined;
  const areColumns = columns.every(
    ([, cells]) =>
      isRecord(cells) &&
      Object.keys(cells).length === length &&
      Object.keys(cells).every((key, i) => key === String(i))
  );
  if (!areColumns) return undefined;
  return Array.from({length}, (_, row) =>
    Object.fromEntries(
      columns.map(([name, cells]) => [name, (cells as Record<string, unknown>)[row]])
    )
  );
}

/** `{"a1": {"name": …}, "a2": {"name": …}}`, an object whose values are objects alike, as rows with their key. */
export function readKeyedRecords(value: Readonly<Record<string, unknown>>): unknown[] | undefined {
  const items = Object.values(value);
  if (items.length < 2 || !items.every(isRecord)) return undefined;
  if (items.length < FEW && items.some((item) => Object.values(item).some(isRecordList)))
    return undefined;
  const counts = new Map<string, number>();
  for (const item of items)
    for (const key of Object.keys(item)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const fields = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const areAlike =
    fields / items.length >= counts.size * MIN_SHARED_KEYS &&
    [...counts.values()].some((count) => count > items.length / 2);
  if (!areAlike) return undefined;
  const name = counts.has("key") ? "_key" : "key";
  return Object.entries(value).map(([key, item]) => ({[name]: key, ...(item as object)}));
}

/** True of a list of objects, one at least. */
export function isRecordList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

function isNested(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
