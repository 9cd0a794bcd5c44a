import {FitBaseType, FitEncoder} from "fit-file-parser/encoder";

/** A field: its number in Garmin's profile, its base type, its value as it stands in the file. */
export type FitField = readonly [number: number, type: FitBaseType, value: number | Uint8Array];

export const {Enum, Uint8, Uint16, Uint32, Sint32, Byte, Sint8} = FitBaseType;
const TEXT = FitBaseType.String;
const SIZES = new Map<number, number>([
  [Enum, 1],
  [Uint8, 1],
  [Sint8, 1],
  [Uint16, 2],
  [Uint32, 4],
  [Sint32, 4]
]);

/** Global numbers of messages. */
export const FILE_ID = 0;
export const SESSION = 18;
export const LAP = 19;
export const RECORD = 20;
export const WEIGHT_SCALE = 30;
export const ACTIVITY = 34;
export const MONITORING = 55;
export const MONITORING_INFO = 103;
export const FIELD_DESCRIPTION = 206;

/** The bytes of a FIT file of these messages. */
export function toFit(messages: readonly (readonly [number, readonly FitField[]])[]): Uint8Array {
  const encoder = new FitEncoder();
  for (const [number, fields] of messages) {
    encoder.writeMessage(
      number,
      fields.map(([number, baseType, value]) => ({
        number,
        baseType,
        value,
        size: typeof value === "number" ? SIZES.get(baseType)! : value.length
      }))
    );
  }
  return encoder.close();
}

/** Seconds as FIT counts them. */
export const at = (text: string): number => FitEncoder.toFitTimestamp(new Date(text));
export const degrees = (value: number): number => Math.round((value / 180) * 2 ** 31);
export const text = (number: number, value: string): FitField => [
  number,
  TEXT,
  FitEncoder.string(value)
];

export const fileId = (type: number): readonly [number, readonly FitField[]] => [
  FILE_ID,
  [
    [0, Enum, type],
    [1, Uint16, 1],
    [2, Uint16, 1036]
  ]
];

/** A record with its time and a heart rate, and what else. */
export const record = (
  time: string,
  heartRate: number,
  ...others: FitField[]
): readonly [number, readonly FitField[]] => [
  RECORD,
  [[253, Uint32, at(time)], [3, Uint8, heartRate], ...others]
];

/** A session or a lap, with its start, the seconds that its timer ran, and its metres. */
export const total = (
  number: number,
  start: string,
  seconds: number,
  metres: number,
  ...others: FitField[]
): readonly [number, readonly FitField[]] => [
  number,
  [
    [253, Uint32, at(start) + seconds],
    [2, Uint32, at(start)],
    [7, Uint32, seconds * 1000],
    [8, Uint32, seconds * 1000],
    [9, Uint32, metres * 100],
    ...others
  ]
];

export const concat = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0));
  parts.reduce((offset, part) => (all.set(part, offset), offset + part.length), 0);
  return all;
};
