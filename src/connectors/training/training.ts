import {FIT_KEYS} from "../../formats/fit-others.ts";
import {DEVELOPER_KEY} from "../../formats/fit-developer.ts";
import {isFit} from "../../formats/fit-files.ts";
import {fit} from "../../formats/fit.ts";
import {WAYPOINT_KEY, gpx} from "../../formats/gpx.ts";
import {tcx} from "../../formats/tcx.ts";
import {ROUTE_KEY} from "../../formats/training/routes.ts";
import {TRAINING_KEYS} from "../../formats/training/keys.ts";
import type {Connector, ConnectorTable} from "../../model/format.ts";
import {toSameActivitiesSql} from "./same-activities.ts";

const ACTIVITIES: readonly ConnectorTable[] = [
  {
    name: "activities",
    what: "One activity: its sport, its time, and what it came to in all. The same activity in two files is one.",
    key: TRAINING_KEYS.activities
  },
  {name: "laps", what: "One lap of an activity.", key: TRAINING_KEYS.laps},
  {
    name: "records",
    what: "One point of a recording, most often each second: place, heart rate, cadence, speed, power.",
    key: TRAINING_KEYS.records
  }
];
const ROUTES: ConnectorTable = {
  name: "route_points",
  what: "One point of a course or a route: planned, not done.",
  key: ROUTE_KEY
};

const HELP = `- **Garmin Connect**: open an activity in the browser, the gear at the top right, *Export Original* (a ZIP with the FIT file, which holds most), *Export to TCX* or *Export to GPX*. For all at once: *Account* › *Account Information* › *Export Your Data*; the mail that comes after some hours or days leads to a ZIP, with the FIT files in \`DI_CONNECT/DI-Connect-Uploaded-Files\`.
- **From the watch itself**: connect it by USB; the FIT files lie in \`GARMIN/Activity\`.
- **Strava**: *Settings* › *My Account* › *Download or Delete Your Account* › *Request Your Archive*; the files lie in \`activities\`, as they were uploaded. One activity: the three dots beside it, *Export Original* or *Export GPX*.
- **Polar Flow**: open a session, *Export session*, TCX or GPX. **Wahoo, Suunto, COROS**: share an activity as a FIT file from the app.

Put the files, or the ZIP as it is, into \`data/raw\`, or drop them on any page.

Files of all three kinds fill the same tables. An activity is named by the second in which it began, in UTC (\`activity_id\`): the FIT file of a ride and its TCX and GPX files are one activity. Without GPS \`indoor\` is true.

Two devices begin some seconds apart, and give one ride two names. This finds them: the time that both cover is at least nine tenths of the longer one, and neither way nor sport contradict.

\`\`\`sql run=false
${toSameActivitiesSql("activities")}
\`\`\``;

export const tcxFiles: Connector = {
  ...tcx,
  label: "Training: TCX",
  formats: ["tcx"],
  precedence: 1,
  recognise: ({text}) => text.includes("<TrainingCenterDatabase"),
  tables: [...ACTIVITIES, ROUTES],
  help: HELP
};

export const gpxFiles: Connector = {
  ...gpx,
  label: "Training: GPX",
  formats: ["gpx"],
  recognise: ({text}) => /<(?:\w+:)?gpx[\s>]/.test(text),
  tables: [
    ...ACTIVITIES,
    ROUTES,
    {name: "waypoints", what: "One place that was marked.", key: WAYPOINT_KEY}
  ],
  help: HELP
};

export const fitFiles: Connector = {
  ...fit,
  label: "Training: FIT",
  formats: ["fit"],
  // of what watches write it holds most
  precedence: 2,
  recognise: ({head}) => isFit(head),
  tables: [
    ...ACTIVITIES,
    {
      name: "developer_fields",
      what: "One value that an app on the device put into a record, under a name of its own.",
      key: DEVELOPER_KEY
    },
    {name: "weights", what: "One weighing on a scale.", key: FIT_KEYS.weights},
    {
      name: "monitoring",
      what: "One reading of a watch that is worn all day.",
      key: FIT_KEYS.monitoring
    },
    {name: "workout_steps", what: "One step of a planned workout.", key: FIT_KEYS.workout_steps}
  ],
  help: HELP
};
