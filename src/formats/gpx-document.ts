import {PLACE_TEXTS, POINT_TEXTS, createPlace} from "./gpx-texts.ts";
import type {Place} from "./gpx-texts.ts";
import type {TrackActivity} from "./training/activity.ts";
import {createActivity} from "./training/activity.ts";
import type {TrackRecord} from "./training/records.ts";
import {createRecord} from "./training/records.ts";
import {toMetresBetween} from "./training/geodesy.ts";
import type {TrackDocument} from "./training/read-track-xml.ts";
import type {RoutePoint} from "./training/routes.ts";
import {toSport} from "./training/sports.ts";
import {toTrackNumber, toTrackOffset, toTrackText} from "./training/track-text.ts";
import type {XmlAttributes, XmlHandler} from "./xml-walk.ts";

const SECOND_MS = 1000;

/**
 * Hears of the parts of a GPX document, 1.0 or 1.1. A track is an activity, and its segments are what lies between
 * pauses: distances and durations are summed up within them, since GPX has none.
 */
export class GpxDocument implements TrackDocument, XmlHandler {
  readonly handler = this;
  readonly activities: TrackActivity[] = [];
  readonly route: RoutePoint[] = [];
  readonly waypoints: Place[] = [];
  /** The names of the elements that are open: those of the parts of tracks, routes and files are the same. */
  readonly #open: string[] = [];
  #creator: string | null = null;
  #title: string | null = null;
  #track: TrackActivity | null = null;
  #segment: TrackRecord[] = [];
  #point: TrackRecord | null = null;
  #place: Place | null = null;
  #routes = 0;
  #routePoints = 0;
  #routeName: string | null = null;
  #text = "";

  open(name: string, attributes: XmlAttributes): void {
    this.#text = "";
    this.#open.push(name);
    switch (name) {
      case "trkpt":
        this.#point = Object.assign(createRecord(), toPosition(attributes));
        break;
      case "wpt":
      case "rtept":
        this.#place = Object.assign(createPlace(), toPosition(attributes));
        break;
      case "gpx":
        this.#creator = toTrackText(attributes.get("creator") ?? "");
        break;
      case "trk":
        this.#track = createActivity();
        this.#track.device = this.#creator;
        break;
      case "trkseg":
        this.#segment = [];
        break;
      case "rte":
        [this.#routes, this.#routePoints, this.#routeName] = [this.#routes + 1, 0, null];
    }
  }

  text(part: string): void {
    this.#text = this.#text === "" ? part : this.#text + part;
  }

  close(name: string): void {
    this.#open.pop();
    const text = this.#text;
    this.#text = "";
    if (this.#point) {
      if (name === "trkpt") this.#endPoint(this.#point);
      else POINT_TEXTS.get(name)?.(this.#point, text);
      if (name === "time" && this.#track && this.#track.utcOffsetMinutes === null)
        this.#track.utcOffsetMinutes = toTrackOffset(text);
    } else if (this.#place) {
      if (name === "wpt" || name === "rtept") this.#endPlace(name, this.#place);
      else PLACE_TEXTS.get(name)?.(this.#place, text);
    } else if (this.#track) this.#closeInTrack(name, this.#track, text);
    else if (name === "name") this.#closeName(text);
  }

  #endPoint(point: TrackRecord): void {
    this.#point = null;
    if (!this.#track) return;
    const total = this.#track.records.distance.at(-1) ?? 0;
    const before = this.#segment.at(-1);
    point.distance = total + (before ? toStep(before, point) : 0);
    this.#segment.push(point);
    this.#track.records.add(point);
  }

  #endPlace(name: string, place: Place): void {
    this.#place = null;
    if (name === "wpt") this.waypoints.push(place);
    else {
      const route = this.#routeName ?? `${this.#routes}`;
      this.route.push({...place, route, point: ++this.#routePoints});
    }
  }

  #closeInTrack(name: string, track: TrackActivity, text: string): void {
    if (name === "trkseg") {
      const [first, last] = [this.#segment[0]?.time, this.#segment.at(-1)?.time];
      if (first == null || last == null) return;
      track.totals.duration = (track.totals.duration ?? 0) + (last - first) / SECOND_MS;
    } else if (name === "trk") {
      track.start = track.records.time.find((time) => time !== null) ?? null;
      track.name ??= this.#title;
      if (track.records.length > 0) this.activities.push(track);
      this.#track = null;
    } else if (this.#open.at(-1) === "trk") {
      if (name === "name") track.name = toTrackText(text);
      else if (name === "desc") track.notes = toTrackText(text);
      else if (name === "type") track.sport = toSport(text);
    }
  }

  #closeName(text: string): void {
    const parent = this.#open.at(-1);
    if (parent === "rte") this.#routeName = toTrackText(text);
    else if (parent === "gpx" || parent === "metadata") this.#title = toTrackText(text);
  }
}

function toPosition(attributes: XmlAttributes): {
  latitude: number | null;
  longitude: number | null;
} {
  return {
    latitude: toTrackNumber(attributes.get("lat") ?? ""),
    longitude: toTrackNumber(attributes.get("lon") ?? "")
  };
}

function toStep(a: TrackRecord, b: TrackRecord): number {
  const isPlaced = [a.latitude, a.longitude, b.latitude, b.longitude].every((x) => x !== null);
  return isPlaced ? toMetresBetween(a.latitude!, a.longitude!, b.latitude!, b.longitude!) : 0;
}
