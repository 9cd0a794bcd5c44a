/** A point on the earth, in degrees (WGS 84), with a name where somebody gave it one. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
  readonly label?: string;
}

const NUMBER = String.raw`([+-]?\d+(?:\.\d+)?)`;
/** `51.5, -0.12`, `51.5° N, 0.12° W`, and a geo: address (RFC 5870), whose parameters are not about the point. */
const DEGREES = new RegExp(
  String.raw`^(?:geo:)?\s*${NUMBER}\s*°?\s*([NS])?[\s,;]+${NUMBER}\s*°?\s*([EW])?(?:[;,?].*)?$`,
  "i"
);
const MINUTES =
  /^(\d+)°\s*(\d+)['′]\s*(?:(\d+(?:\.\d+)?)["″]\s*)?([NS])[\s,;]+(\d+)°\s*(\d+)['′]\s*(?:(\d+(?:\.\d+)?)["″]\s*)?([EW])$/i;

/** The point that a text names, as people copy it from maps; undefined where it names none. */
export function readPlace(text: string): Place | undefined {
  const line = text.trim();
  const [latitude, longitude] = readDegrees(line) ?? readMinutes(line) ?? [];
  const place = {latitude, longitude};
  return isPlace(place) ? place : undefined;
}

export function isPlace(value: unknown): value is Place {
  if (typeof value !== "object" || value === null) return false;
  const {latitude, longitude, label} = value as Record<string, unknown>;
  const isLabelled = label === undefined || typeof label === "string";
  return isDegrees(latitude, 90) && isDegrees(longitude, 180) && isLabelled;
}

/** `51.5, -0.12`, as it can be typed again. */
export function formatPoint({latitude, longitude}: Place): string {
  return `${latitude}, ${longitude}`;
}

function isDegrees(value: unknown, most: number): value is number {
  return typeof value === "number" && Math.abs(value) <= most;
}

function readDegrees(line: string): [number, number] | undefined {
  const [, latitude, south, longitude, west] = DEGREES.exec(line) ?? [];
  if (latitude === undefined) return undefined;
  return [
    Number(latitude) * (/s/i.test(south ?? "") ? -1 : 1),
    Number(longitude) * (/w/i.test(west ?? "") ? -1 : 1)
  ];
}

function readMinutes(line: string): [number, number] | undefined {
  const found = MINUTES.exec(line);
  if (!found) return undefined;
  const toDegrees = (from: number): number => {
    const [degrees, minutes, seconds = "0", side] = found.slice(from, from + 4);
    const size = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
    return Number((/[sw]/i.test(side!) ? -size : size).toFixed(6));
  };
  return [toDegrees(1), toDegrees(5)];
}
