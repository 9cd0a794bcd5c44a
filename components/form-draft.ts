import type {FormBase} from "./form-events.ts";

/** What somebody typed and has not saved; kept for this tab, so that a reload or a slip of the hand loses nothing. */
export interface FormDraft {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly tags: readonly string[];
  readonly base: FormBase | undefined;
  /** When it was typed, milliseconds since 1970. */
  readonly at: number;
  /** True where the form was closed on purpose: the draft is offered and not put back by itself. */
  readonly isSetAside: boolean;
}

const PREFIX = "lakebook:draft:";

export function readDraft(key: string): FormDraft | undefined {
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as FormDraft);
  } catch {
    return undefined; // a window that keeps nothing has no drafts
  }
}

export function writeDraft(key: string, draft: FormDraft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
    else sessionStorage.removeItem(PREFIX + key);
  } catch {
    // a window that keeps nothing, or no more, goes on without drafts: what is typed stays on screen
  }
}
