import type {Recipe, Step} from "../src/index.ts";

/** A recipe with other steps. */
export function withSteps(recipe: Recipe, steps: readonly Step[]): Recipe {
  return {...recipe, steps};
}

/** The steps with another one at a place; a place behind the last adds it. */
export function putStep(steps: readonly Step[], index: number, step: Step): Step[] {
  return [...steps.slice(0, index), step, ...steps.slice(index + 1)];
}

export function removeStep(steps: readonly Step[], index: number): Step[] {
  return steps.filter((_, i) => i !== index);
}

/** The steps with one moved to another place; undefined where there is no such place. */
export function moveStep(steps: readonly Step[], from: number, to: number): Step[] | undefined {
  const step = steps[from];
  if (!step || from === to || to < 0 || to >= steps.length) return undefined;
  const others = removeStep(steps, from);
  return [...others.slice(0, to), step, ...others.slice(to)];
}

/** A step that is switched off, or on again. */
export function switchStep(step: Step, isOff: boolean): Step {
  if (isOff) return {...step, off: true};
  const others = Object.entries(step).filter(([name]) => name !== "off");
  return Object.fromEntries(others) as unknown as Step;
}
