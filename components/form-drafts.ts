import type {FormDraft, TabDraft} from "./form-draft.ts";
import {readDrafts, removeDraft, writeDraft} from "./form-draft.ts";
import {TAB} from "./tab-id.ts";

/** The drafts of one form: this tab's own, and what other tabs left. */
export class FormDrafts {
  /** Those that were not put back by themselves, newest first. */
  offered: readonly TabDraft[] = [];
  /** When what was put back was typed. */
  restoredAt: number | undefined;
  #key = "";
  /** Another tab's draft that was brought back here. */
  #adopted: TabDraft | undefined;

  /** Begins with the drafts of a form ("" has none); gives the one to put back. */
  open(key: string): TabDraft | undefined {
    this.#key = key;
    this.#adopted = this.restoredAt = undefined;
    const drafts = key === "" ? [] : readDrafts(key);
    const mine = drafts.find(({tab, isSetAside}) => tab === TAB && !isSetAside);
    this.offered = drafts.filter((draft) => draft !== mine);
    return mine;
  }

  /** A draft was put back into the form. */
  adopt(draft: TabDraft): void {
    this.#adopted = draft.tab === TAB ? undefined : draft;
    this.offered = this.offered.filter((one) => one !== draft);
    this.restoredAt = draft.at;
  }

  keep(draft: FormDraft): void {
    if (this.#key !== "") writeDraft(this.#key, draft);
  }

  discard(draft: TabDraft): void {
    removeDraft(this.#key, draft.tab);
    this.offered = this.offered.filter((one) => one !== draft);
  }

  /** What was typed here is saved, or not wanted. */
  done(): void {
    this.restoredAt = undefined;
    if (this.#key === "") return;
    removeDraft(this.#key);
    const adopted = this.#adopted;
    this.#adopted = undefined;
    if (!adopted) return;
    // what was typed on in the other tab meanwhile is its own
    const isAsItWas = ({tab, at}: TabDraft): boolean => tab === adopted.tab && at === adopted.at;
    if (readDrafts(this.#key).some(isAsItWas)) removeDraft(this.#key, adopted.tab);
  }
}
