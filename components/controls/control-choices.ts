import {html, nothing} from "lit";
import {live} from "lit/directives/live.js";
import type {Control} from "./control.ts";
import {toPlainText} from "./plain-text.ts";

/** Any number of the values that the field offers; values that it no longer offers stay until they are unticked. */
export const choices: Control = {
  expected: "a list of choices",
  labels: "several",
  fits: Array.isArray,
  render: (drawing) => {
    const {field, problem, describedBy} = drawing;
    const chosen = (drawing.value ?? []) as readonly unknown[];
    const offered: readonly unknown[] = field.schema.items?.enum ?? [];
    const old = chosen.filter((one) => !offered.includes(one));
    return html`<div
      class="choices"
      role="group"
      aria-label=${drawing.spoken ?? field.label}
      aria-describedby=${describedBy}
      @keydown=${onArrow}
    >
      ${[...offered, ...old].map(
        (choice, i) =>
          html`<label>
            <input
              type="checkbox"
              id=${i === 0 ? "control" : nothing}
              aria-invalid=${problem !== undefined}
              .checked=${live(chosen.includes(choice))}
              @change=${() => drawing.report(toggle(choice, chosen, [...offered, ...old]))}
            />${toPlainText(choice)}${old.includes(choice) ? " (no longer a choice)" : nothing}
          </label>`
      )}
    </div>`;
  }
};

/** In the order in which they are offered. */
function toggle(choice: unknown, chosen: readonly unknown[], all: readonly unknown[]): unknown {
  const after = all.filter((one) => chosen.includes(one) !== (one === choice));
  return after.length === 0 ? undefined : after;
}

/** The arrow keys go through the boxes, beside what Tab does. */
function onArrow(event: KeyboardEvent): void {
  const step = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1}[event.key];
  if (step === undefined || event.altKey) return;
  const boxes = [...(event.currentTarget as Element).querySelectorAll("input")];
  const next = boxes[boxes.indexOf(event.target as HTMLInputElement) + step];
  event.preventDefault();
  next?.focus();
}
