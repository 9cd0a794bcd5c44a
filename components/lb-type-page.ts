import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {EdgeKind, EntryType, Workspace} from "../src/index.ts";
import {findFamily} from "../src/index.ts";
import {formatCounted} from "./format-value.ts";
import {toKindChoices} from "./kind-choices.ts";
import "./lb-failure.ts";
import "./lb-misfits.ts";
import "./lb-type-drift.ts";
import type {DriftEvent} from "./lb-type-drift.ts";
import "./lb-type-editor.ts";
import type {LbTypeEditor} from "./lb-type-editor.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {entriesHref, typeHref} from "./links.ts";
import {removeType} from "./save-type.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {toWhole} from "./type-context.ts";
import {mendDrift} from "./type-drift.ts";

/**
 * The page of one type: its editor, the values that do not fit it, what its entries say, its edges.
 *
 * @fires lb-done - the type is gone, or somebody has had enough of it
 */
export class LbTypePage extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    sectionStyles,
    css`
      :host {
        display: grid;
        gap: var(--lb-4);
      }
      .meta {
        gap: var(--lb-1) var(--lb-3);
      }
      .below {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(380px, 100%), 1fr));
        gap: var(--lb-4) var(--lb-6);
      }
      .refused {
        padding: var(--lb-1) var(--lb-3);
        border-left: 3px solid var(--lb-warning);
        background: var(--lb-bg-alt);
      }
    `
  ];
  static override properties = {
    workspace: {attribute: false},
    type: {attribute: false},
    types: {attribute: false},
    kinds: {attribute: false},
    count: {type: Number},
    isRefused: {state: true},
    failure: {state: true}
  };

  declare workspace: Workspace;
  declare type: EntryType;
  declare types: readonly EntryType[];
  declare kinds: readonly EdgeKind[];
  /** Entries of the type itself. */
  declare count: number;
  /** True while it is said why the type cannot be deleted. */
  declare protected isRefused: boolean;
  declare protected failure: unknown;

  constructor() {
    super();
    this.types = [];
    this.kinds = [];
    this.count = 0;
    this.isRefused = false;
  }

  #children(): EntryType[] {
    const byName = new Map(this.types.map((type) => [type.name, type]));
    const family = findFamily(this.type.name, byName).slice(1);
    return this.types.filter(({name}) => family.includes(name));
  }

  async #remove(): Promise<void> {
    const {workspace, type} = this;
    this.isRefused = this.count > 0 || this.#children().length > 0;
    if (this.isRefused) return;
    this.failure = undefined;
    try {
      const group = await removeType(workspace.store, type);
      const message = `Type ${type.label} deleted`;
      offerUndo({store: workspace.store, groups: [group], message});
      this.dispatchEvent(new Event("lb-done"));
    } catch (error) {
      this.failure = error;
    }
  }

  #renderRefused(): TemplateResult {
    const {type, count} = this;
    const children = this.#children();
    return html`<p class="refused" role="alert">
      ${type.label} cannot be deleted:
      ${
        count > 0
          ? html`it has
              <a href=${entriesHref({type: type.name})}>${formatCounted(count, "entry")}</a>. Delete
              them first.`
          : html`${children.map(
              ({name, label}, i) => html`${i > 0 ? ", " : ""}<a href=${typeHref(name)}>${label}</a>`
            )}
            ${children.length === 1 ? "extends" : "extend"} it. Change that first.`
      }
    </p>`;
  }

  #renderMeta(): TemplateResult {
    const {type, count, kinds, types} = this;
    const choices = toKindChoices(kinds, type.name, types);
    return html`<div class="row meta muted">
      <a href=${entriesHref({type: type.name})}>${formatCounted(count, "entry")}</a>
      <span>in SQL <code>ws.${type.name}</code></span>
      ${
        choices.length > 0
          ? html`<span>edges: ${choices.map(({label}) => label).join(", ")}</span>`
          : nothing
      }
      <button type="button" class="danger spread" @click=${() => void this.#remove()}>
        Delete type
      </button>
    </div>`;
  }

  override render(): TemplateResult {
    const {workspace, type, types, failure} = this;
    return html`<div>
        ${this.#renderMeta()}${this.isRefused ? this.#renderRefused() : nothing}
        ${
          failure === undefined
            ? nothing
            : html`<lb-failure .error=${failure} .what=${"The type is not deleted"}></lb-failure>`
        }
      </div>
      <lb-type-editor
        draft-key=${type.name}
        .store=${workspace.store}
        .type=${type}
        .query=${(sql: string) => workspace.query(sql)}
        @lb-cancel=${() => this.dispatchEvent(new Event("lb-done"))}
      ></lb-type-editor>
      <div class="below">
        <lb-misfits
          .store=${workspace.store}
          .type=${type}
          .whole=${toWhole(type, types)}
        ></lb-misfits>
        <lb-type-drift
          .store=${workspace.store}
          .type=${type}
          @lb-drift=${({drift}: DriftEvent) =>
            this.renderRoot
              .querySelector<LbTypeEditor>("lb-type-editor")!
              .edit((draft) => mendDrift(draft, drift))}
        ></lb-type-drift>
      </div>`;
  }
}

customElements.define("lb-type-page", LbTypePage);

declare global {
  interface HTMLElementTagNameMap {
    "lb-type-page": LbTypePage;
  }
}
