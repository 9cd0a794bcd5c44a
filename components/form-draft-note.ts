import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import {formatAgo} from "./format-ago.ts";
import {formatMoment} from "./format-value.ts";
import type {TabDraft} from "./form-draft.ts";
import type {FormDrafts} from "./form-drafts.ts";
import {TAB} from "./tab-id.ts";

/** What can be done with drafts. */
export interface DraftActions {
  restore(draft: TabDraft): void;
  discard(draft: TabDraft): void;
  /** Forgets what was put back. */
  startOver(): void;
}

/** What was typed and not saved: that it is back, or how to have it back. */
export function renderDraftNotes(
  {offered, restoredAt}: FormDrafts,
  actions: DraftActions
): TemplateResult {
  return html`${restoredAt === undefined ? nothing : renderRestored(restoredAt, actions)}
  ${offered.map((draft) => renderOffer(draft, actions))}`;
}

function renderOffer(draft: TabDraft, actions: DraftActions): TemplateResult {
  const where = draft.tab === TAB ? "" : " in another tab";
  return html`<div class="note row" role="status">
    <span title=${formatMoment(new Date(draft.at))}
      >What you typed ${formatAgo(draft.at)}${where} was not saved.</span
    >
    <button type="button" @click=${() => actions.restore(draft)}>Bring it back</button>
    <button type="button" class="quiet" @click=${() => actions.discard(draft)}>Discard</button>
  </div>`;
}

function renderRestored(at: number, actions: DraftActions): TemplateResult {
  return html`<div class="note row" role="status">
    <span title=${formatMoment(new Date(at))}
      >What you typed ${formatAgo(at)} is back; it is not saved yet.</span
    >
    <button type="button" @click=${() => actions.startOver()}>Start over</button>
  </div>`;
}
