import {toFieldTable} from "../../formats/field-table.ts";
import {walkJsonItems} from "../../formats/json-items.ts";
import {InputError} from "../../lib/errors.ts";
import type {Connector} from "../../model/format.ts";
import type {Problem} from "../../model/problem.ts";
import type {TableSink} from "../../model/table.ts";
import type {Segment} from "./places.ts";
import {
  JOURNEY_FIELDS,
  POINT_FIELDS,
  VISIT_FIELDS,
  toMonthSegment,
  toPoint,
  toTimelineSegment
} from "./places.ts";

const POINT_KEY = ["time", "latitude", "longitude"];
const VISIT_KEY = ["visit_id"];
const JOURNEY_KEY = ["journey_id"];
const BATCH_SEGMENTS = 5000;

interface Layout {
  readonly pattern: RegExp;
  readonly toSegment: (item: unknown) => Segment;
}

const LAYOUTS: readonly Layout[] = [
  {
    pattern: /^\s*\{\s*"locations"\s*:\s*\[[^]*"latitudeE7"/,
    toSegment(item) {
      const point = toPoint(item);
      return {points: point ? [point] : [], visit: null, journey: null};
    }
  },
  {
    pattern: /^\s*\{\s*"timelineObjects"\s*:\s*\[[^]*"(?:placeVisit|activitySegment)"/,
    toSegment: toMonthSegment
  },
  {pattern: /^\s*\{\s*"semanticSegments"\s*:\s*\[[^]*"startTime"/, toSegment: toTimelineSegment},
  {
    pattern: /^\s*\[\s*\{[^]{0,2000}"(?:placeLocation|timelinePath|distanceMeters)"[^]*"geo:/,
    toSegment: toTimelineSegment
  }
];

/** Where one was, by Google: Records, the semantic location history, and the Timeline of phones. */
export const takeoutLocations: Connector = {
  name: "takeout-locations",
  label: "Google location history",
  formats: ["json"],
  extensions: [],
  recognise: ({text}) => findLayout(text) !== undefined,
  tables: [
    {name: "locations", what: "One point where a device was, in UTC.", key: POINT_KEY},
    {name: "place_visits", what: "One stay at a place.", key: VISIT_KEY},
    {
      name: "journeys",
      what: "One way from a place to another, with how it was gone.",
      key: JOURNEY_KEY
    }
  ],
  help: `Since 2024 the location history lies on your phone, and no more in Google Takeout.

1. **Android**: *Settings* → *Location* → *Location services* → *Timeline* → *Export Timeline data* gives \`Timeline.json\`.
2. **iPhone**: *Google Maps* → your picture → *Your Timeline* → ⋯ → *Location and privacy settings* → *Export Timeline data*.
3. **Older exports** of takeout.google.com (*Location History*): \`Records.json\` and \`Semantic Location History/2023/2023_MAY.json\` are read too; put the zip into \`data/raw\` as it is.`,
  async stream(source, sink, {path, signal}) {
    const head = new TextDecoder().decode(await source.slice(0, 65_536));
    const layout = findLayout(head);
    const problems: Problem[] = [];
    if (!layout) return {problems: [{file: path, where: "", what: "no location history in it"}]};
    let segments: Segment[] = [];
    let count = 0;
    let unread = 0;
    try {
      for await (const item of walkJsonItems(source)) {
        const segment = layout.toSegment(item);
        ++count;
        if (segment.points.length > 0 || segment.visit || segment.journey) segments.push(segment);
        else ++unread;
        if (segments.length < BATCH_SEGMENTS) continue;
        signal?.throwIfAborted();
        await write(sink, segments);
        segments = [];
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push({
        file: path,
        where: `item ${count + 1}`,
        what: `read up to here: ${error.message}`
      });
    }
    await write(sink, segments);
    if (unread > 0)
      problems.push({
        file: path,
        where: "",
        what: `${unread} of ${count} items left out: no place or time`
      });
    return {problems};
  }
};

async function write(sink: TableSink, segments: readonly Segment[]): Promise<void> {
  const points = segments.flatMap((segment) => segment.points);
  const visits = segments.flatMap(({visit}) => visit ?? []);
  const journeys = segments.flatMap(({journey}) => journey ?? []);
  if (points.length > 0)
    await sink.write(toFieldTable("locations", points, POINT_FIELDS, POINT_KEY));
  if (visits.length > 0)
    await sink.write(toFieldTable("place_visits", visits, VISIT_FIELDS, VISIT_KEY));
  if (journeys.length > 0)
    await sink.write(toFieldTable("journeys", journeys, JOURNEY_FIELDS, JOURNEY_KEY));
}

function findLayout(text: string): Layout | undefined {
  return LAYOUTS.find(({pattern}) => pattern.test(text));
}
