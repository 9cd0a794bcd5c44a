import type {LitElement} from "lit";
import {hearPage} from "./page-events.ts";

/** What keys ask of a form. */
export interface FormKeys {
  readonly save: () => void;
  readonly cancel: () => void;
  /** On to the next field. */
  readonly next: () => void;
}

/** Inputs in which Enter does something of its own. */
const ENTER_IS_TAKEN = ["button", "submit", "file", "color"];

/** Does what a key inside of a form asks for; nothing where somebody inside has answered it. */
export function heedFormKey(event: KeyboardEvent, keys: FormKeys): void {
  const command = toCommand(event);
  if (command === undefined) return;
  event.preventDefault();
  if (command === "cancel") event.stopPropagation();
  keys[command]();
}

/** Saves on Ctrl+S and Cmd+S: inside of the form, and wherever nothing on the page has the focus. */
export function hearSaveKey(form: LitElement, save: () => void): void {
  hearPage(form, document, "keydown", (event) => {
    const isFree = document.activeElement === document.body && form.checkVisibility();
    const isMine = event.composedPath().includes(form) || isFree;
    if (!isSaveKey(event) || !isMine) return;
    event.preventDefault();
    save();
  });
}

function toCommand(event: KeyboardEvent): keyof FormKeys | undefined {
  if (event.isComposing || event.defaultPrevented) return undefined;
  if (event.key === "Escape") return "cancel";
  if (event.key !== "Enter" || event.altKey || event.shiftKey) return undefined;
  const target = event.composedPath()[0];
  if (event.ctrlKey || event.metaKey) return "save";
  const isLine = target instanceof HTMLInputElement && !ENTER_IS_TAKEN.includes(target.type);
  return isLine || target instanceof HTMLSelectElement ? "next" : undefined;
}

function isSaveKey({key, ctrlKey, metaKey, altKey}: KeyboardEvent): boolean {
  return key.toLowerCase() === "s" && (ctrlKey || metaKey) && !altKey;
}
