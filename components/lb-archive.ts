import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {
  ArchiveImport,
  ArchiveOptions,
  ArchiveProgress,
  Backup,
  Loaded,
  LoadMode,
  Workspace
} from "../src/index.ts";
import {download} from "./download.ts";
import {Follow} from "./follow.ts";
import {formatAgo} from "./format-ago.ts";
import {formatBytes, formatCounted} from "./format-value.ts";
import "./lb-load-preview.ts";
import {offerUndo} from "./lb-undo-toast.ts";
import {toLoadWords} from "./load-words.ts";
import type {WorkSigns} from "./long-work.ts";
import {LongWork} from "./long-work.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

const STEPS: Readonly<Record<ArchiveProgress["step"], readonly [what: string, noun: string]>> = {
  write: ["Writing the archive", "records"],
  verify: ["Proving every checksum", "bytes"],
  copy: ["Copying files", "bytes"],
  load: ["Bringing records in", "records"]
};

/** An archive that was opened, and what it would do. */
interface Opened {
  readonly name: string;
  readonly archive: ArchiveImport;
  readonly mode: LoadMode;
  readonly plan: Loaded;
}

interface State {
  readonly backup: Backup | undefined;
  /** Of the workspace now: where the backup's is another, it is no longer of today. */
  readonly revision: number;
  /** Bytes. */
  readonly sizes: {readonly files: number; readonly attachments: number};
}

/** The workspace as one file: makes it, proves it, brings one in. */
export class LbArchive extends WorkspaceElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      fieldset {
        display: grid;
        gap: var(--lb-1);
        margin: var(--lb-2) 0;
        padding: 0;
        border: 0;
      }
      fieldset label {
        display: flex;
        align-items: baseline;
        gap: var(--lb-2);
      }
      h3 {
        margin: var(--lb-3) 0 var(--lb-1);
        overflow-wrap: anywhere;
      }
      p {
        margin: var(--lb-1) 0;
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    opened: {state: true},
    hasFiles: {state: true},
    said: {state: true}
  };

  declare protected opened: Opened | undefined;
  declare protected hasFiles: boolean;
  declare protected said: string;
  readonly #work = new LongWork(this);
  readonly #state = new Follow<State>(this);

  constructor() {
    super();
    this.hasFiles = false;
    this.said = "";
  }

  protected override willUpdate(): void {
    const {workspace} = this;
    if (!workspace || workspace.storeFailure) return;
    const {archives, store} = workspace;
    this.#state.follow(workspace, () =>
      store.live(async () => ({
        backup: await archives.lastBackup(),
        revision: await store.history.revision(),
        sizes: await archives.sizes()
      }))
    );
  }

  async #run(failed: string, work: (options: ArchiveOptions) => Promise<void>): Promise<void> {
    if (this.#work.isRunning) return;
    this.said = "";
    await this.#work.run({what: "Working", failed}, (signs) => work(toOptions(signs)));
  }

  #export({archives}: Workspace): Promise<void> {
    return this.#run("The archive was not made", async (options) => {
      const {name, blob} = await archives.export({
        files: this.hasFiles,
        ...options
      });
      download(name, blob);
      this.said = `${name} was made and proven: ${formatBytes(blob.size)}.`;
    });
  }

  #open(workspace: Workspace, file: File): Promise<void> {
    this.opened = undefined;
    return this.#run("Nothing was changed", async (options) => {
      const archive = await workspace.archives.open(file, options);
      const plan = await archive.plan("merge", options);
      this.opened = {name: file.name, archive, mode: "merge", plan};
    });
  }

  #choose(mode: LoadMode): Promise<void> {
    const opened = this.opened!;
    return this.#run("The archive cannot be looked at", async (options) => {
      const plan = await opened.archive.plan(mode, options);
      this.opened = {...opened, mode, plan};
    });
  }

  #load({store}: Workspace): Promise<void> {
    const {archive, mode, name} = this.opened!;
    return this.#run("Nothing was brought in", async (options) => {
      const loaded = await archive.load(mode, {
        ...options,
        onBackup: (backup) => download(`before-${backup.name}`, backup.blob)
      });
      const message = `${name} brought in: ${toLoadWords(loaded) || "nothing was different"}`;
      this.opened = undefined;
      if (loaded.group) offerUndo({store, groups: [loaded.group], message});
      else this.said = `${message}.`;
    });
  }

  #onPick(workspace: Workspace, event: Event): void {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void this.#open(workspace, file);
    input.value = ""; // the same file can be picked again
  }

  #renderAge(): TemplateResult {
    const {backup, revision = 0} = this.#state.value ?? {};
    if (!backup) return html`<p class="muted">There is no backup yet.</p>`;
    const {at, bytes, entries} = backup;
    const isOld = backup.revision !== revision;
    return html`<p>
      Last proven backup:
      <time datetime=${new Date(at).toISOString()} title=${new Date(at).toLocaleString("en")}
        >${formatAgo(at)}</time
      >, ${formatBytes(bytes)},
      ${formatCounted(entries, "entry")}${isOld ? "; changed since" : "; nothing changed since"}.
    </p>`;
  }

  #renderOpened(workspace: Workspace, {name, archive, mode, plan}: Opened): TemplateResult {
    const choice = (value: LoadMode, text: string): TemplateResult =>
      html`<label
        ><input
          type="radio"
          name="mode"
          .checked=${mode === value}
          ?disabled=${this.#work.isRunning}
          @change=${() => void this.#choose(value)}
        />${text}</label
      >`;
    return html`<section aria-labelledby="opened">
      <h3 id="opened">${name}</h3>
      <p>
        Every checksum fits. It holds ${formatCounted(archive.count("entries"), "entry")},
        ${formatCounted(archive.count("edges"), "edge")} and
        ${formatCounted(archive.count("groups"), "write")} of history.
      </p>
      <fieldset>
        <legend class="visually-hidden">How</legend>
        ${choice("merge", "Merge: what is new comes in; of two versions the later one stays")}
        ${choice("replace", "Replace: only what is in the archive stays; a backup is saved first")}
      </fieldset>
      <lb-load-preview .loaded=${plan}></lb-load-preview>
      <div class="row">
        <button
          class="primary"
          ?disabled=${this.#work.isRunning}
          @click=${() => this.#load(workspace)}
        >
          ${mode === "merge" ? "Merge it in" : "Replace everything"}
        </button>
        <button ?disabled=${this.#work.isRunning} @click=${() => (this.opened = undefined)}>
          Close
        </button>
      </div>
    </section>`;
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {opened, said} = this;
    const files = this.#state.value?.sizes.files ?? 0;
    return html`${this.#renderAge()}
      <input
        type="file"
        accept=".zip"
        hidden
        @change=${(event: Event) => this.#onPick(workspace, event)}
      />
      <div class="row">
        <button ?disabled=${this.#work.isRunning} @click=${() => this.#export(workspace)}>
          Export archive
        </button>
        <button
          ?disabled=${this.#work.isRunning}
          @click=${() => this.renderRoot.querySelector<HTMLInputElement>("[type=file]")!.click()}
        >
          Import or verify…
        </button>
        ${
          files === 0
            ? nothing
            : html`<label
                ><input
                  type="checkbox"
                  .checked=${this.hasFiles}
                  @change=${() => (this.hasFiles = !this.hasFiles)}
                />
                with imported files (${formatBytes(files)})</label
              >`
        }
      </div>
      ${this.#work.render()} ${said === "" ? nothing : html`<p role="status">${said}</p>`}
      ${opened ? this.#renderOpened(workspace, opened) : nothing}`;
  }
}

function toOptions({signal, onProgress}: WorkSigns): ArchiveOptions {
  return {signal, onProgress: ({step, done, total}) => onProgress(done, total, ...STEPS[step])};
}

customElements.define("lb-archive", LbArchive);

declare global {
  interface HTMLElementTagNameMap {
    "lb-archive": LbArchive;
  }
}
