import {toSlug} from "../src/index.ts";
import {download} from "./download.ts";
import {loadPlotly} from "./plotly.ts";

export type ImageFormat = "png" | "svg";

/** Twice as sharp as on screen: for print and for screens that are sharper. */
export const PNG_SCALE = 2;

/** Saves a drawn chart as a picture. */
export async function saveImage(
  box: HTMLElement,
  title: string,
  format: ImageFormat
): Promise<void> {
  download(`${toSlug(title) || "chart"}.${format}`, await toImage(box, format));
}

/** Puts a drawn chart into the clipboard. Throws where the browser does not allow it. */
export async function copyImage(box: HTMLElement): Promise<void> {
  const image = toImage(box, "png").then(async (url) => (await fetch(url)).blob());
  await navigator.clipboard.write([new ClipboardItem({"image/png": image})]);
}

/** The chart as it is drawn now, as a data URL. */
async function toImage(box: HTMLElement, format: ImageFormat): Promise<string> {
  const plotly = await loadPlotly();
  const {clientWidth: width, clientHeight: height} = box;
  return plotly.toImage(box, {format, width, height, scale: format === "png" ? PNG_SCALE : 1});
}
