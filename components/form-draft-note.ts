import type {TemplateResult} from "lit";
import {html} from "lit";
import {formatAgo} from "./format-ago.ts";
import {formatMoment} from "./format-value.ts";
import type {TabDraft} from "./form-draft.ts";
import {TAB} from "./tab-id.ts";

/** Says that something was typed and not saved, and offers it. */
export function renderOffer(
  draft: TabDraft,
  onRestore: () => void,
  onDiscard: () => void
): TemplateResult {
  const where = draft.tab === TAB ? "" : " in another tab";
  return html`<div class="note row" role="status">
    <span title=${formatMoment(new Date(draft.at))}
      >What you typed ${formatAgo(draft.at)}${where} was not saved.</span
    >
    <button type="button" @click=${onRestore}>Bring it back</button>
    <button type="button" class="quiet" @click=${onDiscard}>Discard</button>
  </div>`;
}

/** Says that what was typed is back. */
export function renderRestored(at: number, onDiscard: () => void): TemplateResult {
  return html`<div class="note row" role="status">
    <span title=${formatMoment(new Date(at))}
      >What you typed ${formatAgo(at)} is back; it is not saved yet.</span
    >
    <button type="button" @click=${onDiscard}>Start over</button>
  </div>`;
}
