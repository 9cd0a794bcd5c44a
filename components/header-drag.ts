/** A press that moves less than this is a click. */
const DRAG_PX = 6;

/** What a press on a column's header turns into. */
export interface HeaderDragHandlers {
  /** The press has moved the column's edge by so many pixels; `px` counts from the press. */
  readonly resize: (px: number) => void;
  /** The press is over this horizontal place of the window; undefined while it has hardly moved. */
  readonly dragTo: (clientX: number) => void;
  /** The press has ended. */
  readonly end: () => void;
}

/**
 * Follows a press on a header until it ends: at its edge (`isEdge`) it resizes, elsewhere it drags the column.
 * Touch drags nothing: it scrolls.
 */
export function followHeaderPress(
  event: PointerEvent,
  isEdge: boolean,
  {resize, dragTo, end}: HeaderDragHandlers
): void {
  if (event.button !== 0 || (!isEdge && event.pointerType === "touch")) return;
  const startX = event.clientX;
  let isDragging = isEdge;
  const onMove = ({clientX}: PointerEvent): void => {
    isDragging ||= Math.abs(clientX - startX) >= DRAG_PX;
    if (isEdge) resize(clientX - startX);
    else if (isDragging) dragTo(clientX);
  };
  const listening = new AbortController();
  const onEnd = (): void => {
    listening.abort();
    end();
  };
  addEventListener("pointermove", onMove, listening);
  addEventListener("pointerup", onEnd, listening);
  addEventListener("pointercancel", onEnd, listening);
}
