import type {Camera} from "./camera.ts";

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

/** The map is seen from elsewhere; `whole` is the camera that sees all of it. */
export class CameraEvent extends Event {
  readonly camera: Camera;
  readonly whole: Camera;

  constructor(camera: Camera, whole: Camera) {
    super("lb-camera");
    this.camera = camera;
    this.whole = whole;
  }
}

declare global {
  interface HTMLElementEventMap {
    "lb-pick-points": PickPointsEvent;
    "lb-active-point": ActivePointEvent;
    "lb-camera": CameraEvent;
  }
}
