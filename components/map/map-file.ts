import {PNG_SCALE} from "../chart-image.ts";
import type {ChartTheme} from "../chart-theme.ts";
import {formatCount} from "../format-value.ts";
import {isDark} from "../look.ts";
import type {Colouring} from "./colouring.ts";
import {toPalette} from "./palette.ts";
import type {PictureTheme, Scene, Seen} from "./picture.ts";
import {Picture, cutLabel} from "./picture.ts";
import {toRamp} from "./ramp.ts";
import {toRampWords} from "./ramp-words.ts";

/** A map as it is to be saved. */
export interface MapFile {
  readonly scene: Pick<Scene, "points" | "labels">;
  readonly seen: Omit<Seen, "ratio">;
  readonly colouring: Colouring;
  readonly theme: ChartTheme & PictureTheme;
  /** What is seen: "notes: 318 texts". */
  readonly title: string;
}

/** A part of the legend, in pixels of CSS. */
interface Key {
  readonly width: number;
  readonly draw: (x: number, y: number) => void;
}

const TEXT_PX = 12;
const LINE_PX = 20;
const MARGIN_PX = 12;
const GAP_PX = 16;
const MARK_PX = 10;
const RAMP_PX = 160;
const RAMP_PARTS = 32;

/** A map with its title and legend below it as a PNG, at least twice as sharp as on a plain screen. */
export function toMapFile({scene, seen, colouring, theme, title}: MapFile): Promise<Blob> {
  const ratio = Math.max(PNG_SCALE, devicePixelRatio);
  const {width, height} = seen.size;
  const map = document.createElement("canvas");
  new Picture(map).draw({...scene, active: undefined, trace: []}, {...seen, ratio}, theme);
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", {alpha: false})!;
  const font = `${TEXT_PX}px ${theme.font}`;
  context.font = font;
  const keys = listKeys(context, colouring, theme);
  const places = flow(
    keys.map((key) => key.width),
    width - 2 * MARGIN_PX
  );
  const lines = 1 + (places.length === 0 ? 0 : 1 + places.at(-1)!.line);
  canvas.width = map.width;
  canvas.height = map.height + Math.ceil((lines * LINE_PX + 2 * MARGIN_PX) * ratio);
  context.fillStyle = theme.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(map, 0, 0);
  context.scale(ratio, ratio);
  context.textBaseline = "middle";
  const top = height + MARGIN_PX + LINE_PX / 2;
  context.fillStyle = theme.text;
  context.font = `600 ${font}`;
  context.fillText(title, MARGIN_PX, top, width - 2 * MARGIN_PX);
  context.font = font;
  keys.forEach((key, i) => {
    const {x, line} = places[i]!;
    key.draw(MARGIN_PX + x, top + (1 + line) * LINE_PX);
  });
  return toPng(canvas);
}

/** Where things of these widths stand, one after the other, in lines that are `room` wide. */
export function flow(widths: readonly number[], room: number): {x: number; line: number}[] {
  let [x, line] = [0, 0];
  return widths.map((width) => {
    if (x > 0 && x + width > room) [x, line] = [0, line + 1];
    const place = {x, line};
    x += width + GAP_PX;
    return place;
  });
}

function listKeys(
  context: CanvasRenderingContext2D,
  colouring: Colouring,
  theme: ChartTheme
): Key[] {
  const write = (text: string, x: number, y: number): void => {
    context.fillStyle = theme.text;
    context.fillText(text, x, y);
  };
  const toMark = (colour: string, text: string): Key => ({
    width: MARK_PX + 6 + context.measureText(text).width,
    draw(x, y) {
      context.fillStyle = colour;
      context.beginPath();
      context.arc(x + MARK_PX / 2, y, MARK_PX / 2, 0, 2 * Math.PI);
      context.fill();
      write(text, x + MARK_PX + 6, y);
    }
  });
  if (colouring.of === "groups") {
    const palette = toPalette(colouring, theme, isDark());
    return colouring.groups.map(({code, label, count}) =>
      toMark(palette[code]!, `${cutLabel(label)} ${formatCount(count)}`)
    );
  }
  const {low, high, none} = toRampWords(colouring);
  const start = context.measureText(low).width + 6;
  const ramp: Key = {
    width: start + RAMP_PX + 6 + context.measureText(high).width,
    draw(x, y) {
      write(low, x, y);
      toRamp(RAMP_PARTS, isDark()).forEach((colour, i) => {
        context.fillStyle = colour;
        const part = RAMP_PX / RAMP_PARTS;
        context.fillRect(x + start + i * part, y - MARK_PX / 2, part + 0.5, MARK_PX);
      });
      write(high, x + start + RAMP_PX + 6, y);
    }
  };
  const keys = colouring.count === 0 ? [] : [ramp];
  return none === "" ? keys : [...keys, toMark(theme.muted, none)];
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error("picture not made: the browser gave no file"));
    }, "image/png");
  });
}
