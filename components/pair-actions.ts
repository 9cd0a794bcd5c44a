import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {SuggestionStatus} from "../src/index.ts";

interface PairActions {
  readonly status: SuggestionStatus;
  /** What accepting does, on its button. */
  readonly accept: string;
  readonly isBusy: boolean;
  readonly decide: (status: SuggestionStatus) => void;
}

/** Buttons that decide a pair, or open it again. */
export function renderPairActions({status, accept, isBusy, decide}: PairActions): TemplateResult {
  const button = (
    label: string,
    to: SuggestionStatus,
    {key = "", isPrimary = false} = {}
  ): TemplateResult =>
    html`<button
      class=${isPrimary ? "primary" : ""}
      ?disabled=${isBusy}
      aria-keyshortcuts=${key || nothing}
      title=${key || nothing}
      @click=${() => decide(to)}
    >
      ${label}
    </button>`;
  if (status === "accepted" || status === "rejected")
    return html`<div class="row">
      <span class="muted">You said they are ${status === "accepted" ? "one" : "two"}.</span>
      ${button("Reopen", "open")}
    </div>`;
  return html`<div class="row">
    ${button(accept, "accepted", {key: "y", isPrimary: true})}
    ${button("They are two", "rejected", {key: "n"})}
    ${status === "later" ? button("Reopen", "open") : button("Later", "later", {key: "l"})}
    <span class="muted">y, n, l decide; arrows move; z undoes</span>
  </div>`;
}
