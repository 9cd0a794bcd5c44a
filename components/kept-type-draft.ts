import type {TypeDraft} from "./type-draft.ts";

const PREFIX = "lakebook:type-draft:";

/** A type as somebody left it unsaved in this tab, before a reload; undefined where there is none. */
export function readTypeDraft(key: string): TypeDraft | undefined {
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as TypeDraft);
  } catch {
    return undefined; // a window that keeps nothing has no drafts
  }
}

/** Keeps a draft until it is saved or given up; undefined forgets it. */
export function writeTypeDraft(key: string, draft: TypeDraft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
    else sessionStorage.removeItem(PREFIX + key);
  } catch {
    // a window that keeps nothing, or no more, goes on without drafts: what is typed stays on screen
  }
}
