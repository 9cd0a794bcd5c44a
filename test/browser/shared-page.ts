import {afterAll, afterEach, beforeAll} from "vitest";
import {mounted} from "./components/mounted.ts";

/*
 * The files of a worker follow one another in one page, so that modules are loaded once and not a hundred times. Each
 * file finds the page as the first one did; what it kept in modules is its own to take back.
 */
const root = document.documentElement;
const address = location.pathname + location.search;
const title = document.title;

beforeAll(() => performance.clearResourceTimings());

afterEach(() => {
  for (const element of mounted.splice(0)) element.remove();
});

afterAll(() => {
  document.body.replaceChildren();
  for (const name of root.getAttributeNames()) if (name !== "lang") root.removeAttribute(name);
  document.title = title;
  history.replaceState(null, "", address);
});
