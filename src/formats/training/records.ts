/** A number, or null where the file says nothing. */
type Cell = number | null;

/**
 * The points of a recording, column by column, since there are tens of thousands of them. All columns have the same
 * length; the file's order is kept.
 */
export class TrackRecords {
  /** Milliseconds since 1970, UTC. */
  readonly time: Cell[] = [];
  /** Counts from 1. */
  readonly lap: Cell[] = [];
  /** Degrees, WGS 84. */
  readonly latitude: Cell[] = [];
  readonly longitude: Cell[] = [];
  readonly altitude: Cell[] = [];
  /** Metres since the start. */
  readonly distance: Cell[] = [];
  readonly heartRate: Cell[] = [];
  /** Revolutions or, on foot, strides of one leg a minute. */
  readonly cadence: Cell[] = [];
  /** Metres a second. */
  readonly speed: Cell[] = [];
  /** Watts. */
  readonly power: Cell[] = [];
  /** Degrees Celsius. */
  readonly temperature: Cell[] = [];

  get length(): number {
    return this.time.length;
  }

  add(record: TrackRecord): void {
    this.time.push(record.time);
    this.lap.push(record.lap);
    this.latitude.push(record.latitude);
    this.longitude.push(record.longitude);
    this.altitude.push(record.altitude);
    this.distance.push(record.distance);
    this.heartRate.push(record.heartRate);
    this.cadence.push(record.cadence);
    this.speed.push(record.speed);
    this.power.push(record.power);
    this.temperature.push(record.temperature);
  }
}

/** One point of a recording. */
export interface TrackRecord {
  time: Cell;
  lap: Cell;
  latitude: Cell;
  longitude: Cell;
  altitude: Cell;
  distance: Cell;
  heartRate: Cell;
  cadence: Cell;
  speed: Cell;
  power: Cell;
  temperature: Cell;
}

export function createRecord(): TrackRecord {
  return {
    time: null,
    lap: null,
    latitude: null,
    longitude: null,
    altitude: null,
    distance: null,
    heartRate: null,
    cadence: null,
    speed: null,
    power: null,
    temperature: null
  };
}
