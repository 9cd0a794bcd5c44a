import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {DuplicatePlan, DuplicateSearch} from "../src/index.ts";

/** What of a kept plan no longer fits its sources, and how to go on; nothing where all of it fits. */
export function renderDrift(
  {drift, job}: Pick<DuplicateSearch, "drift" | "job">,
  setPlan: (plan: DuplicatePlan) => void,
  guess: () => DuplicatePlan
): TemplateResult | typeof nothing {
  const {gone, retyped} = drift;
  if (gone.length + retyped.length === 0) return nothing;
  const {plan} = job;
  const canGoOn = plan.columns.length > 0 && plan.blocking.length > 0;
  return html`<section class="drift" role="status" aria-label="What has changed">
    <ul>
      ${gone.map(
        ({source, name}) =>
          html`<li>
            <strong>${name}</strong> of ${source} is gone since this search was set up: it is
            compared no more.
          </li>`
      )}
      ${retyped.map(
        ({source, name, before, now}) =>
          html`<li>
            <strong>${name}</strong> of ${source} is ${now} and was ${before}: see whether its kind
            still fits.
          </li>`
      )}
    </ul>
    <div class="row">
      ${
        canGoOn
          ? html`<button @click=${() => setPlan(plan)}>
              ${gone.length > 0 ? "Go on without" : "Leave the kinds"}
            </button>`
          : nothing
      }
      <button class=${canGoOn ? "" : "primary"} @click=${() => setPlan(guess())}>
        Set up anew
      </button>
    </div>
  </section>`;
}
