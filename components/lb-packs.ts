import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import {repeat} from "lit/directives/repeat.js";
import type {PackState, Workspace} from "../src/index.ts";
import {formatEntries} from "./count-entries.ts";
import {formatCount} from "./format-value.ts";
import "./lb-failure.ts";
import "./lb-pack-actions.ts";
import {packHref} from "./links.ts";
import {PackFollow} from "./pack-follow.ts";
import {sectionStyles} from "./section-styles.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

/** The packs that can be added, each with what is in it and how it stands, and how to write one. */
export class LbPacks extends WorkspaceElement {
  static override styles = [
    baseStyles,
    controlStyles,
    sectionStyles,
    css`
      :host {
        display: block;
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 380px), 1fr));
        gap: var(--lb-3);
        margin: 0 0 var(--lb-6);
        padding: 0;
        list-style: none;
      }
      .card {
        display: flex;
        flex-direction: column;
        gap: var(--lb-2);
        padding: var(--lb-3);
        border: 1px solid var(--lb-border);
        border-radius: var(--lb-radius);
      }
      .card p {
        flex: 1;
      }
      .card dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 0 var(--lb-3);
        margin: 0;
        font-size: var(--lb-size-table);
      }
      .card dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .state {
        font-size: var(--lb-size-small);
        color: var(--lb-text-muted);
      }
      .problems {
        margin-bottom: var(--lb-6);
      }
      .problems li {
        overflow-wrap: anywhere;
      }
      .own p {
        max-width: 72ch;
        margin-bottom: var(--lb-2);
      }
      pre {
        overflow-x: auto;
        padding: var(--lb-2);
        background: var(--lb-bg-hover);
        border-radius: var(--lb-radius);
      }
    `
  ];

  readonly #packs = new PackFollow(this);

  override willUpdate(): void {
    const {workspace} = this;
    if (workspace && workspace.storeFailure === undefined) this.#packs.follow(workspace);
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {states, shelf} = this.#packs;
    const error = workspace.storeFailure ?? this.#packs.error;
    if (error !== undefined)
      return html`<lb-failure
        what="Packs cannot be shown."
        .error=${error}
        retry
        @retry=${() => {
          this.#packs.retry();
          this.requestUpdate();
        }}
      ></lb-failure>`;
    if (!states || !shelf) return html`<p class="muted" role="status">Reading the packs …</p>`;
    return html`<ul class="cards" aria-label="Packs">
        ${repeat(
          states,
          ({pack}) => pack.name,
          (state) => this.#renderCard(workspace, state)
        )}
      </ul>
      ${
        shelf.problems.length === 0
          ? nothing
          : html`<section class="problems" aria-labelledby="problems">
              <header><h2 id="problems">Left out, since something in them is wrong</h2></header>
              <ul class="plain">
                ${shelf.problems.map(({file, where, what}) => html`<li><code>${file}</code> ${where === "" ? "" : `${where}: `}${what}</li>`)}
              </ul>
            </section>`
      }
      ${renderOwn()}`;
  }

  #renderCard(workspace: Workspace, state: PackState): TemplateResult {
    const {pack, version, isWhole} = state;
    return html`<li class="card">
      <div class="row">
        <h2>${pack.label}</h2>
        <span class="state spread">${toStateText(state)}</span>
      </div>
      <p>${pack.description}</p>
      <dl>
        <dt class="muted">Types</dt>
        <dd>${pack.types.map(({plural}) => plural.toLowerCase()).join(", ")}</dd>
        <dt class="muted">Edges</dt>
        <dd>${pack.kinds.map(({label}) => label).join(", ")}</dd>
        <dt class="muted">Samples</dt>
        <dd>${formatEntries(pack.entries.length)}</dd>
        ${
          pack.requires.length === 0
            ? nothing
            : html`<dt class="muted">Brings too</dt>
                <dd>${pack.requires.join(", ")}</dd>`
        }
      </dl>
      <div class="row">
        <lb-pack-actions .workspace=${workspace} .state=${state}></lb-pack-actions>
        ${
          pack.hasPage && version !== undefined && isWhole
            ? html`<a class="button spread" href=${packHref(pack.name)}>Open its page</a>`
            : nothing
        }
      </div>
    </li>`;
  }
}

function toStateText({pack, version, isWhole, samples}: PackState): string {
  if (version === undefined) return "not added";
  if (!isWhole) return "partly there";
  if (version < pack.version) return `version ${version}, ${pack.version} is there`;
  return samples === 0 ? "added" : `added, ${formatCount(samples)} of its entries are samples`;
}

/** How a pack is written, as far as a page can tell it. */
function renderOwn(): TemplateResult {
  return html`<section class="own" aria-labelledby="own">
    <header><h2 id="own">Write your own</h2></header>
    <p>
      A pack is a folder in <code>data/packs</code>. It appears here when
      <code>npm start</code> runs, or in the next build.
    </p>
    <pre tabindex="0" aria-label="The files of a pack">
garden/
  pack.json          {"name": "garden", "label": "Garden", "description": "…", "version": 1}
  types/plant.json   {"name": "plant", "label": "Plant", "titleField": "name",
                      "schema": {"type": "object", "properties": {"name": {"type": "string"}}}}
  kinds/grows_in.json  {"name": "grows_in", "label": "grows in", "inverse": "bears",
                        "fromTypes": ["plant"], "toTypes": ["bed"]}
  entries/plants.json  [{"type": "plant", "fields": {"name": "Quince"},
                         "edges": [{"kind": "grows_in", "to": "bed/south-wall"}]}]
  page.md            a notebook page, with SQL over ws.plant</pre>
    <p>
      <code>npm run -s lakebook -- pack check data/packs/garden</code> says what is wrong in it, by
      file and place. <code>data/packs/README.md</code> tells all of the format; the packs above are
      examples to copy from.
    </p>
  </section>`;
}

customElements.define("lb-packs", LbPacks);

declare global {
  interface HTMLElementTagNameMap {
    "lb-packs": LbPacks;
  }
}
