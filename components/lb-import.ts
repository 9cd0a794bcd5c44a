import type {LitElement, TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {
  Batch,
  ImportFile,
  ImportItem,
  ImportProgress,
  ImportSession,
  Workspace
} from "../src/index.ts";
import {RECIPE_EXTENSION, isAbortError} from "../src/index.ts";
import type {Collection} from "./import-collect.ts";
import {pickFiles} from "./import-pick.ts";
import {describeProgress} from "./import-progress.ts";
import type {ImportRequest} from "./import-request.ts";
import {loadRecipes} from "./import-recipes.ts";
import "./lb-import-done.ts";
import "./lb-import-paste.ts";
import "./lb-import-session.ts";
import "./lb-import-start.ts";
import type {ImportedEvent} from "./lb-import-session.ts";
import "./lb-progress.ts";
import {WorkspaceElement} from "./workspace-element.ts";

/** What is on the screen. */
type Stage =
  | {readonly name: "start"}
  | {readonly name: "paste"}
  | {
      readonly name: "reading";
      readonly progress: ImportProgress | undefined;
      readonly stop: AbortController;
    }
  | {readonly name: "session"; readonly session: ImportSession}
  | {
      readonly name: "done";
      readonly batches: readonly Batch[];
      readonly inPlace: readonly ImportItem[];
    };

/**
 * Importing from beginning to end: files are given, read, looked at, changed, imported, and taken back. Recipes among
 * the files are saved, the others read by them.
 *
 * @fires lb-cancel - somebody let an import go
 */
export class LbImport extends WorkspaceElement {
  static override styles = [
    ...WorkspaceElement.styles,
    css`
      :host {
        display: block;
      }
      lb-import-start,
      lb-import-paste,
      lb-import-done {
        margin-bottom: var(--lb-4);
      }
      .notes {
        margin-bottom: var(--lb-2);
        color: var(--lb-warning);
        overflow-wrap: anywhere;
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    stage: {state: true},
    notes: {state: true},
    trouble: {state: true}
  };

  declare protected stage: Stage;
  /** What was left out of what was given, and why. */
  declare protected notes: readonly string[];
  /** What kept the files from being read. */
  declare protected trouble: unknown;
  #files: readonly ImportFile[] = [];

  constructor() {
    super();
    this.stage = {name: "start"};
    this.notes = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.reset();
  }

  /** True where something was opened that is not imported yet. */
  get isOpen(): boolean {
    return this.stage.name === "session" || this.stage.name === "reading";
  }

  /** True where nothing was given yet. */
  get isStarting(): boolean {
    return this.stage.name === "start";
  }

  /** Does what was asked for. */
  async take(request: ImportRequest | Promise<Collection>): Promise<void> {
    this.trouble = undefined;
    try {
      if (request === "start" && this.isOpen) return;
      if (request === "start") await this.#show({name: "start"});
      else if (request === "paste") await this.#show({name: "paste"});
      else if (typeof request === "string") this.#collect(await pickFiles(request));
      else if (request instanceof Promise) this.#collect(await request);
      else await this.#open(request);
    } catch (error) {
      if (!isAbortError(error)) this.trouble = error;
    }
  }

  /** Lets go what is open. */
  async reset(): Promise<void> {
    const {stage} = this;
    this.stage = {name: "start"};
    if (stage.name === "reading") stage.stop.abort();
    if (stage.name === "session") await stage.session.close();
  }

  async #show(stage: Stage): Promise<void> {
    await this.reset();
    this.stage = stage;
    await this.#focus();
  }

  async #focus(): Promise<void> {
    await this.updateComplete;
    const shown = this.renderRoot.querySelector<LitElement>(
      "lb-import-start, lb-import-paste, lb-import-session, lb-import-done"
    );
    await shown?.updateComplete;
    shown?.focus();
  }

  #collect(collection: Collection | undefined): void {
    if (!collection) return;
    this.notes = collection.problems;
    // what is open already stays with what comes to it
    const files = this.isOpen ? [...this.#files, ...collection.files] : collection.files;
    if (collection.files.length > 0) void this.#open(files);
    else this.notes = [...collection.problems, "There is no file in what was given."];
  }

  async #open(files: readonly ImportFile[]): Promise<void> {
    await this.reset();
    this.trouble = undefined;
    this.#files = files;
    const stop = new AbortController();
    this.stage = {name: "reading", progress: undefined, stop};
    try {
      const imports = this.workspace!.imports;
      const recipes = files.filter(({path}) => path.endsWith(RECIPE_EXTENSION));
      const others = files.filter(({path}) => !path.endsWith(RECIPE_EXTENSION));
      this.notes = [...this.notes, ...(await loadRecipes(imports, recipes))];
      if (others.length === 0) return this.#settle(stop, {name: "start"});
      const session = await imports.open(others, {
        signal: stop.signal,
        onProgress: (progress) => this.#settle(stop, {name: "reading", progress, stop})
      });
      if (stop.signal.aborted) await session.close();
      else {
        this.#settle(stop, {name: "session", session});
        await this.#focus();
      }
    } catch (error) {
      if (!isAbortError(error)) this.trouble = error;
      this.#settle(stop, {name: "start"});
    }
  }

  /** Shows what reading came to, unless something else was begun meanwhile. */
  #settle(stop: AbortController, stage: Stage): void {
    if (this.stage.name === "reading" && this.stage.stop === stop) this.stage = stage;
  }

  #cancel(): void {
    void this.#show({name: "start"});
    this.notes = [];
    this.dispatchEvent(new Event("lb-cancel"));
  }

  #done({batches, inPlace}: ImportedEvent): void {
    this.notes = [];
    void this.#show({name: "done", batches, inPlace});
  }

  #renderStage(workspace: Workspace): TemplateResult {
    const {stage} = this;
    switch (stage.name) {
      case "start":
        return html`<lb-import-start></lb-import-start>`;
      case "paste":
        return html`<lb-import-paste
          @lb-paste-table=${({file}: {file: ImportFile}) => void this.#open([file])}
          @lb-cancel=${() => this.#cancel()}
        ></lb-import-paste>`;
      case "reading": {
        const {what, noun, done, total} = describeProgress(
          stage.progress,
          this.#files.map(({path}) => path)
        );
        return html`<lb-progress
          what=${stage.progress ? what : "Reading"}
          .noun=${noun}
          .done=${done}
          .total=${total}
          @lb-stop=${() => this.#cancel()}
        ></lb-progress>`;
      }
      case "session":
        return html`<lb-import-session
          .workspace=${workspace}
          .imports=${workspace.imports}
          .session=${stage.session}
          @lb-imported=${(event: ImportedEvent) => this.#done(event)}
          @lb-cancel=${() => this.#cancel()}
        ></lb-import-session>`;
      case "done":
        return html`<lb-import-done
          .imports=${workspace.imports}
          .batches=${stage.batches}
          .inPlace=${stage.inPlace}
          @lb-again=${() => void this.#show({name: "start"})}
        ></lb-import-done>`;
    }
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {notes, trouble} = this;
    return html`${
      trouble === undefined
        ? nothing
        : html`<lb-failure
            what="The files cannot be read"
            .error=${trouble}
            ?retry=${this.#files.length > 0}
            @retry=${() => void this.#open(this.#files)}
          ></lb-failure>`
    }
    ${
      notes.length > 0
        ? html`<ul class="notes">
            ${notes.map((note) => html`<li>${note}</li>`)}
          </ul>`
        : nothing
    }
    ${this.#renderStage(workspace)}`;
  }
}

customElements.define("lb-import", LbImport);

declare global {
  interface HTMLElementTagNameMap {
    "lb-import": LbImport;
  }
}
