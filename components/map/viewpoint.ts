import type {Camera, Point, Size} from "./camera.ts";
import {fitCamera, panBy, toPlane, toScreen, zoomAt} from "./camera.ts";

/** Where a map is seen from: until somebody moves it, from where all of it is seen. */
export class Viewpoint {
  readonly #onMove: () => void;
  #places: Float32Array = new Float32Array(0);
  #size: Size = {width: 0, height: 0};
  #whole: Camera = {x: 0, y: 0, scale: 1};
  #camera: Camera | undefined;

  constructor(onMove: () => void) {
    this.#onMove = onMove;
  }

  /** What is looked at: two numbers a point. */
  set places(places: Float32Array) {
    if (this.#places.length > 0) this.#camera = undefined;
    this.#places = places;
    this.#whole = fitCamera(places, this.#size);
  }

  get size(): Size {
    return this.#size;
  }

  /** The picture's size in pixels. */
  set size(size: Size) {
    this.#size = size;
    this.#whole = fitCamera(this.#places, size);
  }

  get camera(): Camera {
    return this.#camera ?? this.#whole;
  }

  /** The camera that sees all. */
  get whole(): Camera {
    return this.#whole;
  }

  look(camera: Camera): void {
    this.#camera = camera;
    this.#onMove();
  }

  /** Sees all of it, or of some points. */
  fit(points?: readonly number[]): void {
    this.look(points ? fitCamera(this.#places, this.#size, points) : this.#whole);
  }

  pan(dx: number, dy: number): void {
    this.look(panBy(this.camera, dx, dy));
  }

  /** `factor` times as near; what lies at `at` stays there, in the middle where it is left out. */
  zoom(factor: number, at?: Point): void {
    const {width, height} = this.#size;
    const held = at ?? {x: width / 2, y: height / 2};
    this.look(zoomAt(this.camera, this.#size, held, factor, this.#whole));
  }

  /** Brings a point into the picture. */
  reveal(point: number): void {
    const {x, y} = this.toScreen(point);
    const {width, height} = this.#size;
    if (x > 0 && y > 0 && x < width && y < height) return;
    this.pan(width / 2 - x, height / 2 - y);
  }

  /** Where a point is in the picture. */
  toScreen(point: number): Point {
    const place = {x: this.#places[2 * point]!, y: this.#places[2 * point + 1]!};
    return toScreen(this.camera, this.#size, place);
  }

  /** What lies at a place in the picture. */
  toPlane(at: Point): Point {
    return toPlane(this.camera, this.#size, at);
  }
}
