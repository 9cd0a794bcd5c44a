import {LAP_TEXTS, POINT_TEXTS} from "./tcx-texts.ts";
import type {TrackActivity, TrackLap} from "./training/activity.ts";
import {createActivity, createLap} from "./training/activity.ts";
import type {TrackRecord} from "./training/records.ts";
import {createRecord} from "./training/records.ts";
import type {TrackDocument} from "./training/read-track-xml.ts";
import type {RoutePoint} from "./training/routes.ts";
import {toSport} from "./training/sports.ts";
import {toTrackOffset, toTrackText, toTrackTime} from "./training/track-text.ts";
import type {XmlAttributes, XmlHandler} from "./xml-walk.ts";

/** Elements whose `Value` or `Name` is told from others' by them. */
const OWNERS = ["AverageHeartRateBpm", "MaximumHeartRateBpm", "Creator", "Plan", "Course"];

/** Hears of the parts of a Training Center document; an element's text is taken when the element ends. */
export class TcxDocument implements TrackDocument, XmlHandler {
  readonly handler = this;
  readonly activities: TrackActivity[] = [];
  readonly route: RoutePoint[] = [];
  #activity: TrackActivity | null = null;
  #lap: TrackLap | null = null;
  #point: TrackRecord | null = null;
  #course = "";
  #coursePoints = 0;
  #owner = "";
  #text = "";

  open(name: string, attributes: XmlAttributes): void {
    this.#text = "";
    // most elements by far stand in a point
    if (this.#point) return;
    if (name === "Trackpoint") {
      this.#point = createRecord();
      this.#point.lap = this.#activity?.laps.length ?? null;
    } else if (name === "Lap") {
      this.#lap = createLap();
      this.#lap.start = toTrackTime(attributes.get("StartTime") ?? "");
      this.#activity?.laps.push(this.#lap);
    } else if (name === "Activity") {
      this.#activity = createActivity();
      this.#activity.sport = toSport(attributes.get("Sport") ?? null);
      this.activities.push(this.#activity);
    } else if (OWNERS.includes(name)) {
      this.#owner = name;
      if (name === "Course") [this.#course, this.#coursePoints] = ["", 0];
    }
  }

  text(part: string): void {
    this.#text = this.#text === "" ? part : this.#text + part;
  }

  close(name: string): void {
    const text = this.#text;
    if (this.#point) {
      if (name === "Trackpoint") this.#endPoint(this.#point);
      else POINT_TEXTS.get(name)?.(this.#point, text);
    } else if (this.#lap) {
      if (name === "Lap") this.#lap = null;
      else LAP_TEXTS.get(name === "Value" ? `${this.#owner}/Value` : name)?.(this.#lap, text);
    } else if (this.#activity) this.#closeInActivity(name, this.#activity);
    else if (name === "Name" && this.#owner === "Course") this.#course = text.trim();
  }

  #endPoint(point: TrackRecord): void {
    this.#point = null;
    if (this.#activity) this.#activity.records.add(point);
    else {
      const {latitude, longitude, altitude} = point;
      const place = {latitude, longitude, altitude, name: null};
      this.route.push({route: this.#course, point: ++this.#coursePoints, ...place});
    }
  }

  #closeInActivity(name: string, activity: TrackActivity): void {
    const text = this.#text;
    if (name === "Id") {
      activity.start = toTrackTime(text);
      activity.utcOffsetMinutes = toTrackOffset(text);
    } else if (name === "Notes") activity.notes = toTrackText(text);
    else if (name === "Name" && this.#owner === "Creator") activity.device = toTrackText(text);
    else if (name === "Name" && this.#owner === "Plan") activity.name = toTrackText(text);
    else if (name === "Activity") {
      activity.start ??=
        activity.laps.find(({start}) => start !== null)?.start ??
        activity.records.time.find((time) => time !== null) ??
        null;
      this.#activity = null;
    }
  }
}
