const MARK_BYTES = 4;

/** Why a file cannot be Parquet, or not be read, by its last bytes; undefined where they are as they must be. */
export async function findParquetFlaw(source: {
  readonly size: number;
  slice(start: number, end: number): Promise<Uint8Array>;
}): Promise<string | undefined> {
  const end = await source.slice(Math.max(0, source.size - MARK_BYTES), source.size);
  const mark = new TextDecoder("latin1").decode(end);
  if (mark === "PARE") return PARQUET_ENCRYPTED;
  return mark === "PAR1"
    ? undefined
    : "no Parquet file that can be read: its end is missing: the file was cut off, or it is none";
}

export const PARQUET_ENCRYPTED = "encrypted: a password or key is needed; decrypt it first";
