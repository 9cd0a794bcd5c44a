import type {Format} from "../model/format.ts";
import type {DataTable, DataType} from "../model/table.ts";
import {toMoment, toMomentType} from "./moment.ts";
import type {XmlElement} from "./xml-tree.ts";
import {readXml} from "./xml.ts";

/** A column: its name, its type, and where its text stands below the element. */
type Field = readonly [
  name: string,
  type: DataType,
  find: (element: XmlElement) => string | undefined
];

const at =
  (...path: string[]) =>
  (element: XmlElement): string | undefined =>
    findText(element, path);
const attribute =
  (name: string) =>
  (element: XmlElement): string | undefined =>
    element.attributes.get(name);

const LAP_FIELDS: readonly Field[] = [
  ["start", "TIMESTAMPTZ", attribute("StartTime")],
  ["seconds", "DOUBLE", at("TotalTimeSeconds")],
  ["meters", "DOUBLE", at("DistanceMeters")],
  ["calories", "BIGINT", at("Calories")],
  ["average_heart_rate", "BIGINT", at("AverageHeartRateBpm", "Value")],
  ["maximum_heart_rate", "BIGINT", at("MaximumHeartRateBpm", "Value")],
  ["maximum_speed", "DOUBLE", at("MaximumSpeed")],
  ["cadence", "BIGINT", at("Cadence")],
  ["intensity", "VARCHAR", at("Intensity")],
  ["trigger", "VARCHAR", at("TriggerMethod")]
];

const TRACKPOINT_FIELDS: readonly Field[] = [
  ["time", "TIMESTAMPTZ", at("Time")],
  ["latitude", "DOUBLE", at("Position", "LatitudeDegrees")],
  ["longitude", "DOUBLE", at("Position", "LongitudeDegrees")],
  ["altitude", "DOUBLE", at("AltitudeMeters")],
  ["meters", "DOUBLE", at("DistanceMeters")],
  ["heart_rate", "BIGINT", at("HeartRateBpm", "Value")],
  [
    "cadence",
    "BIGINT",
    (point) => findText(point, ["Cadence"]) ?? findText(point, ["Extensions", "TPX", "RunCadence"])
  ],
  ["speed", "DOUBLE", at("Extensions", "TPX", "Speed")],
  ["watts", "BIGINT", at("Extensions", "TPX", "Watts")]
];

const ACTIVITY_FIELDS: readonly Field[] = [
  ["notes", "VARCHAR", at("Notes")],
  ["device", "VARCHAR", at("Creator", "Name")]
];

/** An element of an activity, with the columns that say which activity and which lap it belongs to. */
interface Row {
  readonly element: XmlElement;
  readonly activity: string | undefined;
  readonly sport: string | undefined;
  /** Counts from 1. */
  readonly lap: number | null;
}

/**
 * Garmin's Training Center XML: tables of activities, laps and trackpoints, with the same columns from every file.
 * `activity` is an activity's id, which is the time it began.
 */
export const tcx: Format = {
  name: "tcx",
  extensions: ["tcx"],
  read: (bytes, {path}) =>
    readXml(bytes, path, (root) => {
      const activities = findAll(root, "Activity").map((element) => ({
        element,
        activity: findText(element, ["Id"]),
        sport: element.attributes.get("Sport"),
        lap: null
      }));
      const laps = activities.flatMap((activity) =>
        findAll(activity.element, "Lap").map((element, i) => ({...activity, element, lap: i + 1}))
      );
      const points = laps.flatMap((lap) =>
        findAll(lap.element, "Trackpoint").map((element) => ({...lap, element}))
      );
      if (activities.length === 0) return {tables: []};
      return {
        tables: [
          toTable("activities", activities, ACTIVITY_FIELDS),
          toTable("laps", laps, LAP_FIELDS),
          toTable("trackpoints", points, TRACKPOINT_FIELDS)
        ]
      };
    })
};

function toTable(name: string, rows: readonly Row[], fields: readonly Field[]): DataTable {
  return {
    name,
    columns: [
      {
        name: "activity",
        type: "TIMESTAMPTZ",
        values: rows.map(({activity}) => toValue(activity, "TIMESTAMPTZ"))
      },
      {name: "sport", type: "VARCHAR", values: rows.map(({sport}) => sport ?? null)},
      ...(name === "activities"
        ? []
        : [{name: "lap", type: "BIGINT" as const, values: rows.map(({lap}) => lap)}]),
      ...fields.map(([name, type, find]) => ({
        name,
        type,
        values: rows.map(({element}) => toValue(find(element), type))
      }))
    ]
  };
}

function toValue(text: string | undefined, type: DataType): ReturnType<typeof toMoment> {
  if (text === undefined || text === "") return null;
  if (type === "VARCHAR") return text;
  if (type === "TIMESTAMPTZ") return toMomentType(text) ? toMoment(text) : null;
  const number = Number(text);
  if (!Number.isFinite(number)) return null;
  return type === "BIGINT" ? Math.round(number) : number;
}

function findText(element: XmlElement, path: readonly string[]): string | undefined {
  let found: XmlElement | undefined = element;
  for (const name of path) found = found?.children.find((child) => child.name === name);
  return found?.text;
}

/** All descendants by a name, in the order of the document; not within each other. */
function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    child.name === name ? [child] : findAll(child, name)
  );
}
