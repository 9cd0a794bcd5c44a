import axe from "axe-core";
import {expect} from "vitest";
import "../../../notebooks/tokens.css";
import {mounted} from "./mounted.ts";

// the ground that the site gives every page
document.body.style.cssText = "margin: 0; background: var(--lb-bg)";

/** Puts an element with these properties into the page until the test ends, and waits until it is drawn. */
export async function mount<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  style = "width: 800px"
): Promise<HTMLElementTagNameMap[K]> {
  const element = Object.assign(document.createElement(tag), properties);
  element.setAttribute("style", style);
  document.body.append(element);
  mounted.push(element);
  await settle(element);
  return element;
}

/** Waits until an element has drawn what it knows, and the browser has laid it out. */
export async function settle(element?: Element): Promise<void> {
  await (element as {updateComplete?: Promise<unknown>} | undefined)?.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await (element as {updateComplete?: Promise<unknown>} | undefined)?.updateComplete;
}

/** The first element that a tag or a selector finds in an element's shadow root. */
export function part<K extends keyof HTMLElementTagNameMap>(
  element: Element,
  tag: K
): HTMLElementTagNameMap[K];
export function part<E extends Element = HTMLElement>(element: Element, selector: string): E;
export function part<E extends Element = HTMLElement>(element: Element, selector: string): E {
  const found = element.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`part not found: ${selector} in ${element.localName}`);
  return found;
}

export function parts<E extends Element = HTMLElement>(element: Element, selector: string): E[] {
  return Array.from(element.shadowRoot?.querySelectorAll<E>(selector) ?? []);
}

/** Fails on what axe finds against an element, its shadow roots included. */
export async function expectAccessible(element: Element): Promise<void> {
  const {violations} = await axe.run(element, {
    rules: {region: {enabled: false}},
    resultTypes: ["violations"]
  });
  const found = violations.map(
    ({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(" | ")}`
  );
  expect(found).toEqual([]);
}
