import type {Format} from "../model/format.ts";
import {TcxDocument} from "./tcx-document.ts";
import {readTrackXml} from "./training/read-track-xml.ts";

/** Garmin's Training Center XML: tables `activities`, `laps` and `records`, and `route_points` of courses. */
export const tcx: Format = {
  name: "tcx",
  extensions: ["tcx"],
  read: (bytes, context) => readTrackXml(bytes, context, "tcx", new TcxDocument())
};
