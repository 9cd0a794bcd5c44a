import type {PropertyValues, TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {StorageState, Workspace} from "../src/index.ts";
import "./lb-archive.ts";
import "./lb-curated-folder.ts";
import "./lb-export-entries.ts";
import {formatBytes} from "./format-value.ts";
import type {LookSetting} from "./look.ts";
import "./lb-author.ts";
import {LongWork} from "./long-work.ts";
import {getLook, setLook} from "./look.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

const LOOKS: readonly {
  readonly name: LookSetting;
  readonly label: string;
  readonly values: readonly (readonly [string, string])[];
}[] = [
  {
    name: "theme",
    label: "Theme",
    values: [
      ["", "As the system"],
      ["light", "Light"],
      ["dark", "Dark"]
    ]
  },
  {
    name: "density",
    label: "Density",
    values: [
      ["", "Compact"],
      ["comfortable", "Comfortable"]
    ]
  },
  {
    name: "rail",
    label: "Rail",
    values: [
      ["", "Names"],
      ["icons", "Icons"]
    ]
  }
];

const NOT_YET = "Not yet: when the disk runs full, the browser may clear it.";
const REFUSED =
  "The browser did not promise it. Most do so for sites that are bookmarked, installed or often used: ask again then, and export an archive now and then until it does.";

/** The look, the embedding model, and where what is kept lies. */
export class LbSettings extends WorkspaceElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      section {
        max-width: 640px;
        padding-bottom: var(--lb-4);
      }
      h2 {
        font-size: 14px;
        line-height: 24px;
      }
      label,
      .pair {
        display: grid;
        grid-template-columns: 160px minmax(0, 1fr);
        align-items: center;
        gap: var(--lb-2);
        margin-bottom: var(--lb-1);
      }
      select {
        width: max-content;
        max-width: 100%;
      }
      p {
        margin: var(--lb-1) 0;
      }
      meter {
        width: 160px;
      }
      .figure {
        white-space: nowrap;
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    storage: {state: true},
    isRefused: {state: true}
  };

  declare private storage: StorageState | undefined;
  /** Whether the browser was asked to keep what is stored, and did not promise it. */
  declare private isRefused: boolean;
  readonly #work = new LongWork(this);

  override willUpdate(changed: PropertyValues): void {
    const {workspace} = this;
    if (changed.has("workspace") && workspace) this.#ask(() => workspace.storage());
  }

  /** Asks the browser of its storage, and shows what it says. */
  #ask(ask: () => Promise<StorageState>): void {
    const failed = "The browser does not tell of its storage";
    void this.#work.run({what: "Asking the browser", failed, canRetry: true}, async () => {
      this.storage = await ask();
    });
  }

  #askToKeep(workspace: Workspace): void {
    this.#ask(async () => {
      const storage = await workspace.persist();
      this.isRefused = !storage.persisted;
      return storage;
    });
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    return html`${this.#renderLook()} ${this.#renderYou(workspace)} ${this.#renderModel(workspace)}
    ${this.#renderStorage(workspace)}
    ${workspace.storeFailure === undefined ? this.#renderBackup(workspace) : nothing}`;
  }

  #renderBackup(workspace: Workspace): TemplateResult {
    return html`<section aria-labelledby="backup">
        <h2 id="backup">Backup and exchange</h2>
        <lb-archive .workspace=${workspace}></lb-archive>
      </section>
      <section aria-labelledby="folder">
        <h2 id="folder">Folder of text</h2>
        <lb-curated-folder .workspace=${workspace}></lb-curated-folder>
      </section>
      <section aria-labelledby="export">
        <h2 id="export">Tables</h2>
        <lb-export-entries .workspace=${workspace}></lb-export-entries>
      </section>`;
  }

  #renderLook(): TemplateResult {
    return html`<section aria-labelledby="look">
      <h2 id="look">Look</h2>
      ${LOOKS.map(
        ({name, label, values}) =>
          html`<label
            >${label}
            <select
              @change=${(event: Event) => setLook(name, (event.target as HTMLSelectElement).value || undefined)}
            >
              ${values.map(([value, text]) => html`<option value=${value} ?selected=${(getLook(name) ?? "") === value}>${text}</option>`)}
            </select></label
          >`
      )}
    </section>`;
  }

  #renderYou(workspace: Workspace): TemplateResult | typeof nothing {
    if (workspace.storeFailure !== undefined) return nothing;
    return html`<section aria-labelledby="you">
      <h2 id="you">You</h2>
      <lb-author .store=${workspace.store}></lb-author>
    </section>`;
  }

  #renderModel(workspace: Workspace): TemplateResult {
    return html`<section aria-labelledby="model">
      <h2 id="model">Embedding model</h2>
      <p class="muted">
        ${workspace.model} is in use. <a href="./models.html">Models</a> has what each is, and
        changes it.
      </p>
    </section>`;
  }

  #renderStorage(workspace: Workspace): TemplateResult {
    const {storage} = this;
    return html`<section aria-labelledby="storage">
      <h2 id="storage">Storage</h2>
      ${
        workspace.storeFailure === undefined
          ? nothing
          : html`<lb-failure
              what="Nothing can be kept in this window."
              .error=${workspace.storeFailure}
            ></lb-failure>`
      }
      ${
        storage
          ? html`<div class="pair">
                <span>Used</span>
                ${
                  storage.usage === null || storage.quota === null
                    ? html`<span>this browser does not say</span>`
                    : html`<span
                        ><meter
                          aria-label="Storage used"
                          max=${storage.quota}
                          value=${storage.usage}
                        ></meter>
                        <span class="figure"
                          >${formatBytes(storage.usage)} of ${formatBytes(storage.quota)}</span
                        ></span
                      >`
                }
              </div>
              <div class="pair">
                <span>Kept for good</span>
                ${
                  storage.persisted
                    ? html`<span>yes: the browser will not clear it by itself</span>`
                    : html`<span
                        ><button @click=${() => this.#askToKeep(workspace)}>
                          Ask the browser to keep it
                        </button>
                        <p class="muted" role="status">
                          ${this.isRefused ? REFUSED : NOT_YET}
                        </p></span
                      >`
                }
              </div>`
          : nothing
      }
      ${this.#work.render()}
      <p class="muted">
        Entries and edges lie in this browser's own database, on this machine. The lake's files stay
        where they are.
      </p>
    </section>`;
  }
}

customElements.define("lb-settings", LbSettings);

declare global {
  interface HTMLElementTagNameMap {
    "lb-settings": LbSettings;
  }
}
