import {omit} from "../lib/omit.ts";
import {toJsonText} from "./json-write.ts";
import type {RecordColumn, RecordShape} from "./records.ts";
import {isRecord} from "./records.ts";

type Feature = Readonly<Record<string, unknown>> & {
  readonly properties?: unknown;
  readonly geometry?: unknown;
};

/**
 * GeoJSON features (RFC 7946) as rows: `id` and `bbox` where they have one, their properties, and `geometry`: an object
 * where all are of one type, else its JSON.
 */
export class FeatureRows {
  readonly #types: Set<unknown> = new Set();

  /** A feature as a row; what is no feature as it is. */
  flatten(record: unknown): unknown {
    if (!isFeature(record)) return record;
    const {properties, geometry} = record;
    if (isRecord(geometry)) this.#types.add(geometry["type"]);
    return {
      ...omit(record, ["type", "properties", "geometry"]),
      ...(isRecord(properties) ? properties : {}),
      geometry
    };
  }

  /** The columns of rows that were made by `flatten`. */
  toColumns(shape: RecordShape): RecordColumn[] {
    return shape
      .toColumns()
      .map((column) =>
        column.name === "geometry" && this.#types.size > 1
          ? {name: column.name, type: "VARCHAR", read: readGeometryText}
          : column
      );
  }
}

function readGeometryText(row: unknown): string | null {
  const geometry = isRecord(row) ? row["geometry"] : undefined;
  return isRecord(geometry) ? toJsonText(geometry) : null;
}

function isFeature(value: unknown): value is Feature {
  return isRecord(value) && value["type"] === "Feature" && "geometry" in value;
}
