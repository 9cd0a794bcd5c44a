import type {Camera} from "./camera.ts";
import type {ColourChoice} from "./colour-choice.ts";

/** Points were picked on a map. */
export class PickPointsEvent extends Event {
  readonly points: readonly number[];
  /** Instead of those that are chosen, or besides them; those that are chosen already are given up with `toggle`. */
  readonly mode: "replace" | "add" | "toggle";

  constructor(points: readonly number[], mode: "replace" | "add" | "toggle") {
    super("lb-pick-points");
    this.points = points;
    this.mode = mode;
  }
}

/** Another point, or none, is looked at. */
export class ActivePointEvent extends Event {
  readonly point: number | undefined;

  constructor(point: number | undefined) {
    super("lb-active-point");
    this.point = point;
  }
}

/** The map is seen from elsewhere. */
export class CameraEvent extends Event {
  readonly camera: Camera;

  constructor(camera: Camera) {
    super("lb-camera");
    this.camera = camera;
  }
}

/** Somebody wants a map coloured otherwise, one topic of it, to see it from elsewhere, or to lay it out again. */
export class MapViewEvent extends Event {
  readonly view:
    | {readonly colour: ColourChoice}
    | {readonly topic: string | undefined}
    | {readonly camera: Camera}
    | {readonly again: true};

  constructor(view: MapViewEvent["view"]) {
    super("lb-map-view");
    this.view = view;
  }
}

declare global {
  interface HTMLElementEventMap {
    "lb-pick-points": PickPointsEvent;
    "lb-active-point": ActivePointEvent;
    "lb-camera": CameraEvent;
    "lb-map-view": MapViewEvent;
  }
}
