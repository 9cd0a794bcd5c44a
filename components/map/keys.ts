import type {Point} from "./camera.ts";

/** What keys ask of a map. */
export interface MapKeys {
  /** The picture moves by so many pixels. */
  onPan(dx: number, dy: number): void;
  /** To the next point in a direction. */
  onStep(direction: Point): void;
  onZoom(factor: number): void;
  onAll(): void;
  /** The point that is looked at is picked; false where there is none. */
  onPick(): boolean;
  /** One layer goes: what is looked at, then what is picked. */
  onLeave(): void;
}

const PAN_STEP_PX = 60;
const ZOOM_STEP = 1.5;

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: {x: -1, y: 0},
  ArrowRight: {x: 1, y: 0},
  ArrowUp: {x: 0, y: -1},
  ArrowDown: {x: 0, y: 1}
};

/** Does what a key asks for; false of keys that ask nothing of a map. */
export function heedKey(
  {key, shiftKey, ctrlKey, metaKey, altKey}: KeyboardEvent,
  keys: MapKeys
): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  const direction = DIRECTIONS[key];
  if (direction && shiftKey) keys.onPan(-direction.x * PAN_STEP_PX, -direction.y * PAN_STEP_PX);
  else if (direction) keys.onStep(direction);
  else if (key === "+" || key === "=") keys.onZoom(ZOOM_STEP);
  else if (key === "-") keys.onZoom(1 / ZOOM_STEP);
  else if (key === "0" || key === "Home") keys.onAll();
  else if (key === "Enter" || key === " ") return keys.onPick();
  else if (key === "Escape") keys.onLeave();
  else return false;
  return true;
}
