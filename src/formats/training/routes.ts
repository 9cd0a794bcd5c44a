import type {DataTable} from "../../model/table.ts";
import type {Field} from "../field-table.ts";
import {toFieldTable} from "../field-table.ts";

/** A point of a course or a route. */
export interface RoutePoint {
  /** The route's name, or its number in the file. */
  readonly route: string;
  /** Counts from 1 within the route. */
  readonly point: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly altitude: number | null;
  readonly name: string | null;
}

const FIELDS: readonly Field<RoutePoint>[] = [
  ["route", "VARCHAR", ({route}) => route],
  ["point", "BIGINT", ({point}) => point],
  ["latitude", "DOUBLE", ({latitude}) => latitude],
  ["longitude", "DOUBLE", ({longitude}) => longitude],
  ["altitude_m", "DOUBLE", ({altitude}) => altitude],
  ["name", "VARCHAR", ({name}) => name]
];

export const ROUTE_KEY = ["route", "point", "latitude", "longitude"] as const;

/** The table `route_points`: what was planned and not done. */
export function toRouteTable(points: readonly RoutePoint[]): DataTable {
  return toFieldTable("route_points", points, FIELDS, ROUTE_KEY);
}
