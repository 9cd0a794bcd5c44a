import {css} from "lit";

const GAP_PX = 4;

/** What floats: a box of the browser's top layer beside the thing that opened it. */
export const popoverStyles = css`
  [popover] {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: var(--lb-2);
    border: 1px solid var(--lb-border-strong);
    border-radius: var(--lb-radius);
    background: var(--lb-bg-float);
    color: var(--lb-text);
    box-shadow: var(--lb-shadow);
  }
`;

/** Puts an open popover below a box, or above it where there is no room, within the window. */
export function placePopover(popover: HTMLElement, anchor: DOMRect): void {
  const {width, height} = popover.getBoundingClientRect();
  const below = anchor.bottom + GAP_PX;
  const top =
    below + height <= innerHeight ? below : Math.max(GAP_PX, anchor.top - height - GAP_PX);
  popover.style.top = `${top}px`;
  popover.style.left = `${Math.max(GAP_PX, Math.min(anchor.left, innerWidth - width - GAP_PX))}px`;
}
