import type {Camera, Point, Size} from "./camera.ts";
import {toScreen} from "./camera.ts";
import type {MapLabel} from "./labels.ts";
import {placeLabels} from "./labels.ts";
import type {Points} from "./points.ts";
import {Raster} from "./raster.ts";
import {parseColour} from "./surface.ts";

/** What is to be seen on a map. */
export interface Scene {
  readonly points: Points;
  readonly labels: readonly MapLabel[];
  /** The point under the pointer or the keys. */
  readonly active: number | undefined;
  /** A line that is being drawn, in pixels. */
  readonly trace: readonly Point[];
}

/** The size of a picture in CSS pixels, where it is seen from, and from where all of it would be. */
export interface Seen {
  readonly size: Size;
  readonly camera: Camera;
  readonly whole: Camera;
  /** Pixels of the canvas to one of CSS. */
  readonly ratio: number;
}

/** The colours of a picture, as CSS. */
export interface PictureTheme {
  readonly text: string;
  readonly background: string;
  readonly grid: string;
  readonly accent: string;
  readonly font: string;
}

const LABEL_PX = 12;
/** Radii of a point in CSS pixels; of so few points that they have room, the largest. */
const MIN_RADIUS = 1;
const MAX_BASE_RADIUS = 4;
const MAX_RADIUS = 9;
const ROOMY_POINTS = 500;
const MAX_LABEL_CHARACTERS = 32;

/** A map's picture on a canvas. */
export class Picture {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #raster = new Raster();
  #image: ImageData | undefined;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d", {alpha: false})!;
  }

  /** The radius of a point in CSS pixels: more points are smaller, nearer ones larger. */
  static toRadius(count: number, camera: Camera, whole: Camera): number {
    const base = Math.min(
      MAX_BASE_RADIUS,
      Math.max(
        MIN_RADIUS,
        MAX_BASE_RADIUS * Math.sqrt(Math.sqrt(ROOMY_POINTS / Math.max(1, count)))
      )
    );
    const grown = base * Math.sqrt(Math.max(1, camera.scale / whole.scale));
    // in steps of a quarter, so that a zoom makes few discs
    return Math.round(4 * Math.min(MAX_RADIUS, grown)) / 4;
  }

  /** Draws a scene; gives how many points are in it. */
  draw(scene: Scene, {size, camera, whole, ratio}: Seen, theme: PictureTheme): number {
    const context = this.#context;
    const image = this.#toImage(Math.round(size.width * ratio), Math.round(size.height * ratio));
    const radius = Picture.toRadius(scene.points.levels.length, camera, whole);
    const shown = this.#raster.draw(
      {
        width: image.width,
        height: image.height,
        pixels: new Uint32Array(image.data.buffer)
      },
      scene.points,
      {...camera, scale: camera.scale * ratio},
      {
        ground: parseColour(theme.background),
        out: parseColour(theme.grid),
        radius: radius * ratio
      }
    );
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.putImageData(image, 0, 0);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#drawLabels(scene.labels, size, camera, theme);
    this.#drawActive(scene, size, camera, radius, theme);
    this.#drawTrace(scene.trace, theme);
    return shown;
  }

  #toImage(width: number, height: number): ImageData {
    if (this.#image?.width !== width || this.#image.height !== height) {
      this.#image = new ImageData(width, height);
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    return this.#image;
  }

  #drawLabels(
    labels: readonly MapLabel[],
    size: Size,
    camera: Camera,
    {text, background, font}: PictureTheme
  ): void {
    const context = this.#context;
    context.font = `600 ${LABEL_PX}px ${font}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = background;
    context.fillStyle = text;
    const boxes = labels.map((label) => ({
      x: toScreen(camera, size, label).x,
      // above the middle, so that a small group can be seen below its name
      y: toScreen(camera, size, label).y - LABEL_PX,
      text: cutLabel(label.text),
      width: context.measureText(cutLabel(label.text)).width,
      height: LABEL_PX + 2
    }));
    for (const i of placeLabels(boxes, size)) {
      const {text: words, x, y} = boxes[i]!;
      context.strokeText(words, x, y);
      context.fillText(words, x, y);
    }
  }

  #drawActive(
    {active, points}: Scene,
    size: Size,
    camera: Camera,
    radius: number,
    {text, background}: PictureTheme
  ): void {
    if (active === undefined) return;
    const {x, y} = toScreen(camera, size, {
      x: points.places[2 * active]!,
      y: points.places[2 * active + 1]!
    });
    const context = this.#context;
    for (const [colour, width] of [
      [background, 5],
      [text, 2]
    ] as const) {
      context.beginPath();
      context.arc(x, y, radius + 3, 0, 2 * Math.PI);
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.stroke();
    }
  }

  #drawTrace(trace: readonly Point[], {accent}: PictureTheme): void {
    if (trace.length < 2) return;
    const context = this.#context;
    context.beginPath();
    for (const {x, y} of trace) context.lineTo(x, y);
    context.closePath();
    context.strokeStyle = context.fillStyle = accent;
    context.lineWidth = 1.5;
    context.stroke();
    context.globalAlpha = 0.12;
    context.fill();
    context.globalAlpha = 1;
  }
}

/** A name as a picture has room for it. */
export function cutLabel(text: string): string {
  return text.length > MAX_LABEL_CHARACTERS ? `${text.slice(0, MAX_LABEL_CHARACTERS - 1)}…` : text;
}
