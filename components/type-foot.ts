import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {FieldChangeEvent} from "./form-events.ts";
import "./lb-failure.ts";
import "./lb-progress.ts";
import "./lb-type-losses.ts";
import type {TypeSaving} from "./type-saving.ts";

export interface TypeFootOptions {
  readonly renames: ReadonlyMap<string, string>;
  readonly isNew: boolean;
  /** What was done last. */
  readonly said: string;
  readonly save: () => void;
  /** Saves what would lose something; values of these entries move with their fields. */
  readonly saveAnyway: (ids: readonly string[]) => void;
  readonly cancel: () => void;
}

/** The end of the type editor: how far the saving is, what stands in its way, and the buttons. */
export function renderTypeFoot(
  saving: TypeSaving,
  {renames, isNew, said, save, saveAnyway, cancel}: TypeFootOptions
): TemplateResult {
  const {checking, losses, failure, busy} = saving;
  return html`${
      checking
        ? html`<lb-progress
            what="Looking at the entries"
            noun="entries"
            .done=${checking.done}
            .total=${checking.total}
            @lb-stop=${() => checking.stop()}
          ></lb-progress>`
        : nothing
    }
    ${
      losses
        ? html`<lb-type-losses
            .report=${losses.report}
            .renames=${renames}
            ?busy=${busy}
            @lb-change=${({value}: FieldChangeEvent) => saveAnyway(value as readonly string[])}
            @lb-cancel=${() => saving.reset()}
          ></lb-type-losses>`
        : nothing
    }
    ${
      failure === undefined
        ? nothing
        : html`<lb-failure .error=${failure} .what=${"The type is not saved"}></lb-failure>`
    }
    <div class="row buttons">
      <button type="button" class="primary" ?disabled=${busy} @click=${save}>
        ${isNew ? "Make type" : "Save type"}
      </button>
      <button type="button" @click=${cancel}>Cancel</button>
      <span class="muted" role="status">${said}</span>
    </div>`;
}
