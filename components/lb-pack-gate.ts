import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {PackState, Workspace} from "../src/index.ts";
import {entriesHref} from "./links.ts";
import "./lb-failure.ts";
import "./lb-pack-actions.ts";
import {PackFollow} from "./pack-follow.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

/**
 * Stands first on a pack's page. Where the pack is not there it offers to add it, and says so on the root element
 * (`data-pack="missing"`), so that the page's style hides what would have nothing to show.
 */
export class LbPackGate extends WorkspaceElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      :host {
        display: block;
      }
      section {
        max-width: 560px;
        padding: var(--lb-4) 0;
      }
      p {
        margin-bottom: var(--lb-3);
      }
      section p {
        font-size: 15px;
        line-height: 24px;
      }
    `
  ];
  static override properties = {...WorkspaceElement.properties, name: {}};

  /** The pack's name. */
  declare name: string;
  readonly #packs = new PackFollow(this);

  override willUpdate(): void {
    const {workspace} = this;
    if (workspace && workspace.storeFailure === undefined) this.#packs.follow(workspace);
    const isThere = this.#state?.isWhole ?? false;
    document.documentElement.dataset.pack = isThere ? "there" : "missing";
  }

  override disconnectedCallback(): void {
    delete document.documentElement.dataset.pack;
    super.disconnectedCallback();
  }

  get #state(): PackState | undefined {
    return this.#packs.states?.find(({pack}) => pack.name === this.name);
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const error = workspace.storeFailure ?? this.#packs.error;
    if (error !== undefined)
      return html`<lb-failure what="The pack cannot be read." .error=${error}></lb-failure>`;
    if (!this.#packs.states) return html`<p class="muted" role="status">Reading the pack …</p>`;
    const state = this.#state;
    if (!state) return html`<lb-failure .error=${`pack not found: ${this.name}`}></lb-failure>`;
    if (!state.isWhole)
      return html`<section aria-label="Add this pack">
        <p>${state.pack.description}</p>
        <p>
          The pack is not added yet. Its sample entries show what this page can do, and are removed
          in one step.
        </p>
        <lb-pack-actions .workspace=${workspace} .state=${state}></lb-pack-actions>
      </section>`;
    const isOld = state.version !== undefined && state.version < state.pack.version;
    return isOld || state.samples > 0
      ? html`<lb-pack-actions .workspace=${workspace} .state=${state}></lb-pack-actions>`
      : html`<p class="muted">
          ${state.pack.types
            .filter((type) => !type.abstract)
            .map(
              (type, i) =>
                html`${i > 0 ? " · " : nothing}<a href=${entriesHref({type: type.name})}
                    >${type.plural}</a
                  >`
            )}
        </p>`;
  }
}

customElements.define("lb-pack-gate", LbPackGate);

declare global {
  interface HTMLElementTagNameMap {
    "lb-pack-gate": LbPackGate;
  }
}
