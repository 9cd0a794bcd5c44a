import {readPageQuery, writePageQuery} from "../page-query.ts";
import type {Camera} from "./camera.ts";
import type {ColourChoice} from "./colour-choice.ts";

/** What the map page shows, as its address says it; undefined where it says nothing. */
export interface MapState {
  readonly collection: string | undefined;
  readonly colour: ColourChoice | undefined;
  /** The id of the topic that is picked. */
  readonly topic: string | undefined;
  /** The middle of what is seen, and how near. */
  readonly camera: Camera | undefined;
}

/** Of a place, and of how near one is: what is finer cannot be seen. */
const DIGITS = 4;

export function readMapState(): MapState {
  return {
    collection: readPageQuery("of"),
    colour: toColourChoice(readPageQuery("colour")),
    topic: readPageQuery("topic"),
    camera: toCamera(readPageQuery("at"))
  };
}

/** Writes what is named into the address. */
export function writeMapState(state: Partial<MapState>, options?: {push?: boolean}): void {
  writePageQuery(
    {
      ...("collection" in state && {of: state.collection}),
      ...("colour" in state && {colour: state.colour}),
      ...("topic" in state && {topic: state.topic}),
      ...("camera" in state && {at: state.camera && toCameraText(state.camera)})
    },
    options
  );
}

function toColourChoice(text: string | undefined): ColourChoice | undefined {
  if (text === "none" || text === "topic") return text;
  return text?.startsWith("column:") ? (text as ColourChoice) : undefined;
}

export function toCameraText({x, y, scale}: Camera): string {
  return [x, y, scale].map((value) => Number(value.toPrecision(DIGITS))).join(",");
}

export function toCamera(text: string | undefined): Camera | undefined {
  const [x, y, scale, ...rest] = (text ?? "").split(",").map(Number);
  const isCamera =
    rest.length === 0 &&
    Number.isFinite(x) &&
    Number.isFinite(y) &&
    Number.isFinite(scale) &&
    scale! > 0;
  return isCamera ? {x: x!, y: y!, scale: scale!} : undefined;
}
