import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {Loaded, Workspace} from "../src/index.ts";
import {formatCount, formatCounted} from "./format-value.ts";
import "./lb-load-preview.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {toLoadWords} from "./load-words.ts";
import {LongWork} from "./long-work.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

/** What Chromium has and TypeScript does not know. */
interface Picker {
  showDirectoryPicker?(options: {
    mode: "readwrite";
    id: string;
  }): Promise<FileSystemDirectoryHandle>;
}

const NOTHING_NEW = "nothing that is not here already";

/** A folder on this machine that holds entries and edges as text: saves to it, and loads from it after a look. */
export class LbCuratedFolder extends WorkspaceElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      p {
        margin: var(--lb-1) 0;
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    folder: {state: true},
    plan: {state: true},
    said: {state: true}
  };

  declare protected folder: FileSystemDirectoryHandle | undefined;
  /** What loading would do. */
  declare protected plan: Loaded | undefined;
  declare protected said: string;
  readonly #work = new LongWork(this);

  constructor() {
    super();
    this.said = "";
  }

  override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has("workspace") && this.workspace && !this.workspace.storeFailure)
      void this.#recall(this.workspace);
  }

  async #recall({folder}: Workspace): Promise<void> {
    await this.#run("Looking for the folder", async () => {
      this.folder = await folder.current();
    });
  }

  async #run(what: string, work: () => Promise<void>): Promise<void> {
    if (this.#work.isRunning) return;
    this.said = "";
    await this.#work.run({what, failed: "The folder cannot be used"}, work);
  }

  #choose(): Promise<void> {
    return this.#run("Choosing", async () => {
      this.plan = undefined;
      this.folder = await (window as Picker).showDirectoryPicker!({
        mode: "readwrite",
        id: "curated"
      });
    });
  }

  #save(workspace: Workspace): Promise<void> {
    return this.#run("Saving", async () => {
      const {written, removed} = await workspace.folder.save(this.folder!);
      this.said = `Saved to ${this.folder!.name}: ${formatCounted(written.length, "file")} written, ${formatCount(removed.length)} removed.`;
    });
  }

  #look(workspace: Workspace): Promise<void> {
    return this.#run("Reading", async () => {
      this.plan = await workspace.folder.plan(this.folder!);
    });
  }

  #load(workspace: Workspace): Promise<void> {
    return this.#run("Loading", async () => {
      const loaded = await workspace.folder.load(this.folder!);
      const {group} = loaded;
      const message = `${this.folder!.name} loaded: ${toLoadWords(loaded) || NOTHING_NEW}`;
      this.plan = undefined;
      if (group) offerUndo({store: workspace.store, groups: [group], message});
      else this.said = `${message}.`;
    });
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {folder, plan, said} = this;
    if (!("showDirectoryPicker" in window))
      return html`<p class="muted">
        This browser gives pages no folders: export an archive, and bring it into
        <code>data/curated</code> with <code>npm run -s lakebook -- archive import FILE</code>.
      </p>`;
    const isBusy = this.#work.isRunning;
    return html`<p class="muted">
        Types, entries and edges as text, a file a type: for git, and for
        <code>lakebook query</code> (<code>data/curated</code>).
      </p>
      <div class="row">
        <button ?disabled=${isBusy} @click=${() => this.#choose()}>
          ${folder ? `Folder: ${folder.name}…` : "Choose a folder…"}
        </button>
        ${
          folder
            ? html`<button ?disabled=${isBusy} @click=${() => this.#save(workspace)}>
                  Save to folder
                </button>
                <button ?disabled=${isBusy} @click=${() => this.#look(workspace)}>
                  Load from folder…
                </button>`
            : nothing
        }
      </div>
      ${this.#work.render()} ${said === "" ? nothing : html`<p role="status">${said}</p>`}
      ${
        plan
          ? html`<lb-load-preview .loaded=${plan} from="In the folder"></lb-load-preview>
              <div class="row">
                ${
                  toLoadWords(plan) === ""
                    ? html`<span class="muted">${NOTHING_NEW}</span>`
                    : html`<button
                        class="primary"
                        ?disabled=${isBusy}
                        @click=${() => this.#load(workspace)}
                      >
                        Load it
                      </button>`
                }
                <button ?disabled=${isBusy} @click=${() => (this.plan = undefined)}>Close</button>
              </div>`
          : nothing
      }`;
  }
}

customElements.define("lb-curated-folder", LbCuratedFolder);

declare global {
  interface HTMLElementTagNameMap {
    "lb-curated-folder": LbCuratedFolder;
  }
}
