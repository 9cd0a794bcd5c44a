import type {Format} from "../model/format.ts";

/** Parquet, read by the SQL engine. */
export const parquet: Format = {name: "parquet", extensions: ["parquet", "pq"]};
