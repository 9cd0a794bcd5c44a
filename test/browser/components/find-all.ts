import {parts} from "./mount.ts";

/** All that a selector finds in an element's shadow root and in those below it. */
export function findAll<E extends HTMLElement>(root: Element, selector: string): E[] {
  const inner = parts(root, "*").filter((element) => element.shadowRoot);
  return [
    ...parts<E>(root, selector),
    ...inner.flatMap((element) => findAll<E>(element, selector))
  ];
}

/** The first of them; throws where there is none. */
export function find<E extends HTMLElement = HTMLElement>(root: Element, selector: string): E {
  const [found] = findAll<E>(root, selector);
  if (!found) throw new Error(`not found: ${selector}`);
  return found;
}

/** What has the focus, in whatever shadow root it is. */
export function findFocused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
