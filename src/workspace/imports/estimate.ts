import {toByteText} from "../../lib/byte-text.ts";
import type {StorageState} from "../../store/storage.ts";
import type {Estimate} from "./imports.ts";

/** The memory of WebAssembly ends near 3.1 GiB; what is beyond this is left to queries. */
export const MAX_MEMORY_BYTES = 2.6 * 2 ** 30;
/** What an import leaves free of the room that the browser gives. */
const SPARE_STORAGE_BYTES = 32 * 2 ** 20;
/** How much memory the rows of a file take, by its format, for each of its bytes; measured, and rounded up. */
const GROWTH: Readonly<Record<string, number>> = {
  csv: 1.6,
  ndjson: 1.3,
  json: 1.3,
  xml: 1,
  parquet: 8,
  arrow: 1.5,
  zip: 10,
  gzip: 10,
  xlsx: 10,
  ods: 10
};
const DEFAULT_GROWTH = 2;
const WAY_OUT =
  "put the file into data/raw and compile it with `npm run -s lakebook -- build-lake`";

/** What is to be imported, as far as room is concerned. */
export interface Load {
  readonly bytes: number;
  readonly format: string | null;
  readonly mode: "import" | "in-place";
  /** The bytes are kept already, or need not be: they stay where they lie. */
  readonly isKept: boolean;
  /** The rows stand in the engine already, so that they fit. */
  readonly isLoaded: boolean;
  /** The rows are folded into others by their key, for which there are two of them for a while. */
  readonly isFolded: boolean;
}

/** What a load takes, and why it would not go well. */
export function estimateLoad(load: Load, {usage, quota}: StorageState): Estimate {
  const isView = load.mode === "in-place" && load.format === "csv";
  const growth = GROWTH[load.format ?? ""] ?? DEFAULT_GROWTH;
  const memoryBytes = isView ? 0 : Math.ceil(load.bytes * growth * (load.isFolded ? 2.5 : 1));
  const storageBytes = load.isKept ? 0 : load.bytes;
  const room = quota === null ? Infinity : Math.max(0, quota - (usage ?? 0) - SPARE_STORAGE_BYTES);
  if (storageBytes > room) {
    return {
      storageBytes,
      memoryBytes,
      refusal: `no room: the file has ${toByteText(load.bytes)}, and the browser gives this site ${toByteText(room)} more; free some disk space, or ${WAY_OUT}`
    };
  }
  if (!load.isLoaded && memoryBytes > MAX_MEMORY_BYTES) {
    const inPlace = load.format === "csv" ? "query it in place, or " : "";
    return {
      storageBytes,
      memoryBytes,
      refusal: `too large for the browser: its rows would take about ${toByteText(memoryBytes)} of memory, and the SQL engine has ${toByteText(MAX_MEMORY_BYTES)}; ${inPlace}${WAY_OUT}`
    };
  }
  return {storageBytes, memoryBytes, refusal: null};
}
