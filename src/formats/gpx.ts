import type {Format} from "../model/format.ts";
import type {Field} from "./field-table.ts";
import {toFieldTable} from "./field-table.ts";
import {GpxDocument} from "./gpx-document.ts";
import type {Place} from "./gpx-texts.ts";
import {readTrackXml} from "./training/read-track-xml.ts";

const WAYPOINT_FIELDS: readonly Field<Place>[] = [
  ["name", "VARCHAR", ({name}) => name],
  ["time", "TIMESTAMPTZ", ({time}) => (time === null ? null : new Date(time))],
  ["latitude", "DOUBLE", ({latitude}) => latitude],
  ["longitude", "DOUBLE", ({longitude}) => longitude],
  ["altitude_m", "DOUBLE", ({altitude}) => altitude],
  ["symbol", "VARCHAR", ({symbol}) => symbol],
  ["type", "VARCHAR", ({type}) => type],
  ["notes", "VARCHAR", ({notes}) => notes]
];

export const WAYPOINT_KEY = ["latitude", "longitude", "name", "time"] as const;

/**
 * GPS Exchange Format: tracks as `activities` and `records`, with heart rate, cadence, power and temperature where
 * extensions have them; `route_points` and `waypoints`.
 */
export const gpx: Format = {
  name: "gpx",
  extensions: ["gpx"],
  read(bytes, context) {
    const document = new GpxDocument();
    const others = () =>
      document.waypoints.length === 0
        ? []
        : [toFieldTable("waypoints", document.waypoints, WAYPOINT_FIELDS, WAYPOINT_KEY)];
    return readTrackXml(bytes, context, "gpx", document, others);
  }
};
