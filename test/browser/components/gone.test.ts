import {LitElement} from "lit";
import {expect, onTestFinished, test} from "vitest";
import * as components from "../../../components/index.ts";
import type {Workspace} from "../../../src/index.ts";
import {UnavailableError} from "../../../src/index.ts";
import {BOOK, book, freshStore} from "../store/fresh-store.ts";
import {COMPILED, createWorkspace} from "./lake.ts";
import {settle} from "./mount.ts";

/** An element draws what it read in this time, and what fails after it is gone does so. */
const PATIENCE_MS = 400;

/** The elements that a page may place and hand a workspace, by their tags. */
const TAGS = Object.values(components)
  .filter((one) => typeof one === "function" && one.prototype instanceof LitElement)
  .map((one) => one as typeof LitElement & CustomElementConstructor)
  .filter((one) => one.elementProperties.has("workspace"))
  .map((one) => customElements.getName(one)!);

/** The same, but whatever is waited for fails once `end` is there. */
function failAfter<T extends object>(end: Promise<void>, whole: T): T {
  const known = new WeakMap<object, object>();
  const wrap = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    if (value instanceof Promise) {
      value.catch(() => undefined);
      const error = new UnavailableError("storage is closed: the page is left");
      return end.then(() => Promise.reject(error));
    }
    const wrapped = known.get(value) ?? new Proxy(value, {get: read});
    known.set(value, wrapped);
    return wrapped;
  };
  const read = (target: object, key: PropertyKey): unknown => {
    const member: unknown = Reflect.get(target, key, target);
    if (typeof member !== "function") return wrap(member);
    return (...args: unknown[]) => wrap(Reflect.apply(member, target, args));
  };
  return wrap(whole) as T;
}

/** What fails from now on without anybody who hears it. */
function watchRejections(): unknown[] {
  const found: unknown[] = [];
  const listen = ({reason}: PromiseRejectionEvent): void => {
    found.push(reason instanceof Error ? reason.stack : reason);
  };
  addEventListener("unhandledrejection", listen);
  onTestFinished(() => removeEventListener("unhandledrejection", listen));
  return found;
}

async function place(workspace: Workspace): Promise<Element[]> {
  const elements = TAGS.map((tag) => Object.assign(document.createElement(tag), {workspace}));
  document.body.append(...elements);
  await Promise.all(elements.map((element) => settle(element)));
  return elements;
}

function wait(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
}

test("whatever an element waits for may fail when it is gone, and its workspace close", async () => {
  const rejections = watchRejections();
  const store = await freshStore(BOOK);
  const texts = Array.from({length: 60}, (_, i) => ({title: `a ${i % 50}`, note: `b ${i}`}));
  await store.entries.addAll(texts.map((fields) => book(fields)));
  const workspace = createWorkspace(COMPILED, store);
  expect(TAGS).toContain("lb-meaning");

  let leave = (): void => undefined;
  const end = new Promise<void>((resolve) => (leave = resolve));
  for (const element of await place(failAfter(end, workspace))) element.remove();
  leave();
  await wait();
  expect(rejections).toEqual([]);

  const elements = await place(workspace);
  await wait();
  for (const element of elements) element.remove();
  await workspace.close();
  await wait();
  expect(rejections).toEqual([]);
});
