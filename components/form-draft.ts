import type {FormBase} from "./form-events.ts";
import type {References} from "./reference.ts";
import {TAB} from "./tab-id.ts";

/** What somebody typed and has not saved: kept in this browser, so that a reload, a crash or a slip of the hand loses nothing. */
export interface FormDraft {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly tags: readonly string[];
  readonly references?: References;
  readonly base: FormBase | undefined;
  /** When it was typed, milliseconds since 1970. */
  readonly at: number;
  /** True where the form was closed on purpose: the draft is offered and not put back by itself. */
  readonly isSetAside: boolean;
}

/** A draft and the tab that it was typed in: each tab has its own, so that none overwrites another's. */
export interface TabDraft extends FormDraft {
  readonly tab: string;
}

const PREFIX = "lakebook:draft:";
const MAX_AGE_MS = 30 * 86_400_000;

/** The drafts of a form, the newest first. Those that nobody wanted for thirty days are removed on the way. */
export function readDrafts(key: string): TabDraft[] {
  try {
    removeOld();
    return toKeys()
      .filter((one) => toFormKey(one) === key)
      .flatMap((one) => {
        const draft = parse(one);
        return draft ? [{...draft, tab: toTab(one)}] : [];
      })
      .sort((a, b) => b.at - a.at);
  } catch {
    return []; // a window that keeps nothing has no drafts
  }
}

/** Keeps this tab's draft of a form. */
export function writeDraft(key: string, draft: FormDraft, tab = TAB): void {
  try {
    localStorage.setItem(toKey(key, tab), JSON.stringify(draft));
  } catch {
    // a window that keeps nothing, or no more, goes on without drafts: what is typed stays on screen
  }
}

export function removeDraft(key: string, tab = TAB): void {
  try {
    localStorage.removeItem(toKey(key, tab));
  } catch {
    // a window that keeps nothing has no drafts
  }
}

function toKey(key: string, tab: string): string {
  return `${PREFIX}${tab}:${key}`;
}

function toTab(storageKey: string): string {
  return storageKey.slice(PREFIX.length, storageKey.indexOf(":", PREFIX.length));
}

function toFormKey(storageKey: string): string {
  return storageKey.slice(storageKey.indexOf(":", PREFIX.length) + 1);
}

function toKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

function parse(storageKey: string): FormDraft | undefined {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? "") as FormDraft;
  } catch {
    return undefined; // cut off while it was written; it goes with its age
  }
}

function removeOld(): void {
  for (const key of toKeys()) {
    const at = parse(key)?.at ?? 0;
    if (Date.now() - at > MAX_AGE_MS) localStorage.removeItem(key);
  }
}
