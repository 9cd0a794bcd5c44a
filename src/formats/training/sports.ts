/** What one sport is called in TCX and GPX files, by the name that FIT has for it. Strava numbers them in GPX. */
const NAMES: Readonly<Record<string, string>> = {
  biking: "cycling",
  bike: "cycling",
  ride: "cycling",
  "1": "cycling",
  run: "running",
  "9": "running",
  walk: "walking",
  hike: "hiking",
  swim: "swimming",
  other: "generic"
};

/** A sport as FIT names it: lower case, with underscores. */
export function toSport(text: string | null): string | null {
  const name = text
    ?.trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "");
  return name ? (NAMES[name] ?? name) : null;
}
