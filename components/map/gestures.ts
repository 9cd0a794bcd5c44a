import type {Point} from "./camera.ts";

/** What a hand does on a map, in pixels of its picture. */
export interface MapHands {
  /** Whether a drag draws a line instead of moving the picture. */
  isTracing(): boolean;
  onHover(at: Point | undefined): void;
  onTap(at: Point, event: PointerEvent): void;
  onPan(dx: number, dy: number): void;
  /** `factor` times as near, around a place. */
  onZoom(at: Point, factor: number): void;
  /** The way of a drag so far. */
  onTrace(way: readonly Point[], event: PointerEvent, isOver: boolean): void;
}

/** A hand that moves no farther has tapped. */
const TAP_PX = 4;
/** A notch of a wheel is about 100 pixels, a trackpad's pinch a few. */
const WHEEL_RATE = 0.0015;
const PINCH_RATE = 0.01;
const LINE_PX = 16;

/** Follows mouse, pen, fingers and wheel over an element until `signal` says stop. */
export function followHands(element: HTMLElement, hands: MapHands, signal: AbortSignal): void {
  const fingers = new Map<number, Point>();
  let way: Point[] = [];
  let isMoved = false;

  const toPoint = (event: MouseEvent): Point => {
    const {left, top} = element.getBoundingClientRect();
    return {x: event.clientX - left, y: event.clientY - top};
  };

  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, toPoint(event));
    way = [toPoint(event)];
    isMoved = fingers.size > 1;
  };

  const onMove = (event: PointerEvent): void => {
    const at = toPoint(event);
    const before = fingers.get(event.pointerId);
    if (!before) return hands.onHover(event.pointerType === "touch" ? undefined : at);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (!other && !isMoved && toDistance(at, way[0]!) < TAP_PX) return;
    isMoved = true;
    fingers.set(event.pointerId, at);
    if (other) {
      const middle = {x: (at.x + other.x) / 2, y: (at.y + other.y) / 2};
      hands.onPan((at.x - before.x) / 2, (at.y - before.y) / 2);
      hands.onZoom(middle, toDistance(at, other) / Math.max(1, toDistance(before, other)));
    } else if (hands.isTracing()) {
      way.push(at);
      hands.onTrace(way, event, false);
    } else hands.onPan(at.x - before.x, at.y - before.y);
  };

  const onUp = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId) || fingers.size > 0) return;
    if (!isMoved) hands.onTap(toPoint(event), event);
    else if (hands.isTracing() && way.length > 1) hands.onTrace(way, event, true);
  };

  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1);
    const rate = event.ctrlKey ? PINCH_RATE : WHEEL_RATE;
    hands.onZoom(toPoint(event), Math.exp(-pixels * rate));
  };

  element.addEventListener("pointerdown", onDown, {signal});
  element.addEventListener("pointermove", onMove, {signal});
  element.addEventListener("pointerup", onUp, {signal});
  element.addEventListener("pointercancel", ({pointerId}) => fingers.delete(pointerId), {signal});
  element.addEventListener("pointerleave", () => hands.onHover(undefined), {signal});
  element.addEventListener("wheel", onWheel, {signal, passive: false});
}

function toDistance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
