import type {PropertyValues, TemplateResult} from "lit";
import {LitElement, html, nothing} from "lit";
import {followTheme} from "./chart-theme.ts";
import {canvasStyles} from "./map/canvas-styles.ts";
import type {Camera, Point} from "./map/camera.ts";
import type {Colouring} from "./map/colouring.ts";
import {followHands} from "./map/gestures.ts";
import {findInside, findNearest, findToward, toBox} from "./map/hit.ts";
import type {Ink} from "./map/ink.ts";
import {readInk} from "./map/ink.ts";
import {heedKey} from "./map/keys.ts";
import type {MapLabel} from "./map/labels.ts";
import {toMapFile} from "./map/map-file.ts";
import {ActivePointEvent, CameraEvent, PickPointsEvent} from "./map/map-events.ts";
import {Picture} from "./map/picture.ts";
import type {Points} from "./map/points.ts";
import {OUT} from "./map/points.ts";
import {Sharpness} from "./map/sharpness.ts";
import {renderTip} from "./map/tip.ts";
import {Viewpoint} from "./map/viewpoint.ts";
import {baseStyles} from "./styles.ts";

export type MapTool = "move" | "lasso" | "box";

/** How near the pointer must come to a point, in pixels. */
const HOVER_PX = 12;

/**
 * Points in the plane on a canvas: moved by drag, wheel and pinch, picked by click, lasso and box. By keyboard arrows go
 * from point to point and say what it is, with Shift they move the picture; + and - zoom, 0 shows all, Enter picks, Esc
 * lets go.
 *
 * @fires lb-pick-points - points are picked (`PickPointsEvent`)
 * @fires lb-active-point - another point is looked at (`ActivePointEvent`)
 * @fires lb-camera - it is seen from elsewhere (`CameraEvent`)
 */
export class LbMapCanvas extends LitElement {
  static override styles = [baseStyles, canvasStyles];
  static override properties = {
    places: {attribute: false},
    colouring: {attribute: false},
    levels: {attribute: false},
    labels: {attribute: false},
    describe: {attribute: false},
    active: {attribute: false},
    tool: {},
    label: {}
  };

  /** Two numbers a point. */
  declare places: Float32Array;
  declare colouring: Colouring;
  /** How much each point stands out (see `Points`). */
  declare levels: Uint8Array;
  declare labels: readonly MapLabel[];
  /** What a point is, for people. */
  declare describe: (point: number) => string;
  declare active: number | undefined;
  declare tool: MapTool;
  declare label: string;

  #picture: Picture | undefined;
  #ink: Ink | undefined;
  readonly #viewpoint = new Viewpoint(() => this.#onMove());
  readonly #sharpness = new Sharpness(() => this.#drawSoon());
  #trace: readonly Point[] = [];
  #frame = 0;
  #ended = new AbortController();
  readonly #resizes = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    this.places = new Float32Array(0);
    this.levels = new Uint8Array(0);
    this.labels = [];
    this.tool = "move";
    this.label = "Map";
    this.describe = () => "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ended = new AbortController();
    this.#resizes.observe(this);
    followTheme(() => this.#recolour(), this.#ended.signal);
    if (this.hasUpdated) this.#listen();
  }

  override disconnectedCallback(): void {
    this.#ended.abort();
    this.#resizes.disconnect();
    cancelAnimationFrame(this.#frame);
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    this.#picture = new Picture(this.#canvas);
    this.#listen();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("places")) this.#viewpoint.places = this.places;
    if (changed.has("colouring")) this.#recolour();
    this.#drawSoon();
  }

  /** Sees it from here. */
  look(camera: Camera): void {
    this.#viewpoint.look(camera);
  }

  /** Sees all of it. */
  fit(): void {
    this.#viewpoint.fit();
  }

  /** `factor` times as near, around the middle. */
  zoom(factor: number): void {
    this.#viewpoint.zoom(factor);
  }

  /** Brings a point into the picture. */
  reveal(point: number): void {
    this.#viewpoint.reveal(point);
  }

  /** What is seen with its legend as a file, without the point that is looked at. */
  toPng(title: string): Promise<Blob> {
    const {colouring, labels} = this;
    const {size, camera, whole} = this.#viewpoint;
    const {theme} = this.#ink!;
    const scene = {points: this.#points, labels};
    return toMapFile({scene, seen: {size, camera, whole}, colouring, theme, title});
  }

  get #points(): Points {
    const {places, colouring, levels} = this;
    return {places, codes: colouring.codes, palette: this.#ink!.palette, levels};
  }

  get #canvas(): HTMLCanvasElement {
    return this.renderRoot.querySelector("canvas")!;
  }

  #listen(): void {
    followHands(
      this.#canvas,
      {
        isTracing: () => this.tool !== "move",
        onHover: (at) => this.#activate(at && this.#findAt(at)),
        onTap: (at, event) =>
          this.#pick(this.#findAt(at), event.shiftKey || event.ctrlKey || event.metaKey),
        onPan: (dx, dy) => this.#viewpoint.pan(dx, dy),
        onZoom: (at, factor) => this.#viewpoint.zoom(factor, at),
        onTrace: (way, event, isOver) => this.#follow(way, event.shiftKey, isOver)
      },
      this.#ended.signal
    );
  }

  #measure(): void {
    const {clientWidth: width, clientHeight: height} = this;
    if (width === 0 || height === 0) return;
    this.#viewpoint.size = {width, height};
    this.#drawSoon();
  }

  #recolour(): void {
    const probe = this.renderRoot.querySelector<HTMLElement>(".probe");
    if (!probe || !this.colouring) return;
    this.#ink = readInk(probe, this.colouring);
    this.#drawSoon();
  }

  #drawSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const ink = this.#ink;
    const {size, camera, whole} = this.#viewpoint;
    if (!this.#picture || !ink || size.width === 0) return;
    const scene = {
      points: this.#points,
      labels: this.labels,
      active: this.active,
      trace: this.#trace
    };
    const picture = this.#picture;
    const {ratio} = this.#sharpness;
    this.#sharpness.frame(() => picture.draw(scene, {size, camera, whole, ratio}, ink.theme));
  }

  #onMove(): void {
    this.#drawSoon();
    this.requestUpdate(); // the tip goes with its point
    this.dispatchEvent(new CameraEvent(this.#viewpoint.camera));
  }

  readonly #isShown = (point: number): boolean => this.levels[point] !== OUT;

  #findAt(at: Point): number | undefined {
    const most = HOVER_PX / this.#viewpoint.camera.scale;
    return findNearest(this.places, this.#viewpoint.toPlane(at), most, this.#isShown);
  }

  #activate(point: number | undefined): void {
    if (point !== this.active) this.dispatchEvent(new ActivePointEvent(point));
  }

  #pick(point: number | undefined, isMore: boolean): void {
    this.#activate(point);
    const mode = isMore ? "toggle" : "replace";
    if (point !== undefined || !isMore)
      this.dispatchEvent(new PickPointsEvent(point === undefined ? [] : [point], mode));
  }

  #follow(way: readonly Point[], isMore: boolean, isOver: boolean): void {
    const line = this.tool === "box" ? toBox(way[0]!, way.at(-1)!) : way;
    this.#trace = isOver ? [] : line;
    this.#drawSoon();
    if (!isOver) return;
    const corners = line.map((at) => this.#viewpoint.toPlane(at));
    const points = findInside(this.places, corners).filter(this.#isShown);
    this.dispatchEvent(new PickPointsEvent(points, isMore ? "add" : "replace"));
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const isHeeded = heedKey(event, {
      onPan: (dx, dy) => this.#viewpoint.pan(dx, dy),
      onStep: (direction) => this.#step(direction),
      onZoom: (factor) => this.zoom(factor),
      onAll: () => this.fit(),
      onPick: () => {
        this.#pick(this.active, true);
        return this.active !== undefined;
      },
      onLeave: () =>
        this.active === undefined
          ? this.dispatchEvent(new PickPointsEvent([], "replace"))
          : this.#activate(undefined)
    });
    if (!isHeeded) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #step(direction: Point): void {
    const {active} = this;
    const next =
      active === undefined
        ? findNearest(this.places, this.#viewpoint.camera, Infinity, this.#isShown)
        : findToward(this.places, active, direction, this.#isShown);
    if (next === undefined) return;
    this.reveal(next);
    this.#activate(next);
  }

  #renderTip(): TemplateResult | typeof nothing {
    const {active} = this;
    if (active === undefined) return nothing;
    const text = this.describe(active);
    return renderTip(this.#viewpoint.toScreen(active), this.#viewpoint.size, text);
  }

  override render(): TemplateResult {
    return html`<canvas
        class=${this.tool === "move" ? "" : "trace"}
        tabindex="0"
        role="application"
        aria-label=${this.label}
        aria-describedby="keys"
        @keydown=${this.#onKeyDown}
      ></canvas>
      <span id="keys" class="visually-hidden"
        >Arrows go from text to text, with Shift they move the map. Plus and minus zoom, 0 shows
        all. Enter chooses, Escape lets go. The same texts are in the list beside.</span
      >
      <span class="probe" hidden></span>
      ${this.#renderTip()}`;
  }
}

customElements.define("lb-map-canvas", LbMapCanvas);

declare global {
  interface HTMLElementTagNameMap {
    "lb-map-canvas": LbMapCanvas;
  }
}
