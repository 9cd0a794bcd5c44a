import {omit} from "../lib/omit.ts";
import {toJsonText} from "./json-write.ts";
import {isRecord} from "./records.ts";

type Feature = Readonly<Record<string, unknown>> & {
  readonly properties?: unknown;
  readonly geometry?: unknown;
};

/**
 * GeoJSON features (RFC 7946) as rows: `id` and `bbox` where they have one, their properties, and `geometry`: an object
 * where all are of one type, else its JSON. Undefined where some are no features.
 */
export function readFeatures(records: readonly unknown[]): unknown[] | undefined {
  if (records.length === 0 || !records.every(isFeature)) return undefined;
  const types = new Set(
    records.flatMap(({geometry}) => (isRecord(geometry) ? [geometry["type"]] : []))
  );
  return records.map((feature) => {
    const {properties, geometry} = feature;
    return {
      ...omit(feature, ["type", "properties", "geometry"]),
      ...(isRecord(properties) ? properties : {}),
      geometry: types.size > 1 && isRecord(geometry) ? toJsonText(geometry) : geometry
    };
  });
}

function isFeature(value: unknown): value is Feature {
  return isRecord(value) && value["type"] === "Feature" && "geometry" in value;
}
