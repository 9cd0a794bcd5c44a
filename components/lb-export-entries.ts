import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {ExportFormat, Workspace} from "../src/index.ts";
import {EXPORT_FORMATS, exportAll, exportType} from "../src/index.ts";
import {download} from "./download.ts";
import {Follow} from "./follow.ts";
import {LongWork} from "./long-work.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {WorkspaceElement} from "./workspace-element.ts";

const FORMATS = Object.entries(EXPORT_FORMATS) as [ExportFormat, {label: string}][];

/** Saves the entries of one type as a table, or those of all types as one ZIP with a table each. */
export class LbExportEntries extends WorkspaceElement {
  static override styles = [
    baseStyles,
    controlStyles,
    css`
      .row {
        flex-wrap: wrap;
      }
    `
  ];
  static override properties = {
    ...WorkspaceElement.properties,
    type: {},
    format: {state: true}
  };

  /** The type's name; "" for all types. */
  declare type: string;
  declare protected format: ExportFormat;
  readonly #work = new LongWork(this);
  /** How many entries there are. */
  readonly #count = new Follow<number>(this);

  constructor() {
    super();
    this.type = "";
    this.format = "csv";
  }

  protected override willUpdate(): void {
    const {workspace} = this;
    if (!workspace || workspace.storeFailure !== undefined) return;
    const {store} = workspace;
    this.#count.follow(workspace, () => store.live(() => store.entries.count()));
  }

  async #export(workspace: Workspace): Promise<void> {
    if (this.#work.isRunning) return;
    const {type, format} = this;
    const noun = type === "" ? "tables" : "rows";
    const words = {what: "Exporting", noun, failed: "Nothing was exported"};
    await this.#work.run(words, async (signs) => {
      if (type === "")
        return download(`entries-${format}.zip`, await exportAll(workspace, format, signs));
      const bytes = (await exportType(workspace, type, format, signs)) as BlobPart;
      const {mediaType} = EXPORT_FORMATS[format];
      download(`${type}.${format}`, new Blob([bytes], {type: mediaType}));
    });
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {type} = this;
    const isEmpty = this.#count.value === 0;
    return html`<div class="row">
        <button
          ?disabled=${isEmpty || this.#work.isRunning}
          @click=${() => this.#export(workspace)}
        >
          ${type === "" ? "Export all types" : "Export"}
        </button>
        <label
          >as
          <select
            @change=${(event: Event) =>
              (this.format = (event.target as HTMLSelectElement).value as ExportFormat)}
          >
            ${FORMATS.map(([name, {label}]) => html`<option value=${name}>${label}</option>`)}
          </select></label
        >
      </div>
      ${
        isEmpty
          ? html`<p class="muted">
              There is no entry yet: <a href="./entries.html">add one</a>, or keep rows of a table.
            </p>`
          : nothing
      }
      ${this.#work.render()}`;
  }
}

customElements.define("lb-export-entries", LbExportEntries);

declare global {
  interface HTMLElementTagNameMap {
    "lb-export-entries": LbExportEntries;
  }
}
