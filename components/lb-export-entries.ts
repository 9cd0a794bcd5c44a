import type {TemplateResult} from "lit";
import {css, html} from "lit";
import type {ExportFormat, Workspace} from "../src/index.ts";
import {EXPORT_FORMATS, exportAll, exportType} from "../src/index.ts";
import {download} from "./download.ts";
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

  constructor() {
    super();
    this.type = "";
    this.format = "csv";
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
    return html`<div class="row">
        <button ?disabled=${this.#work.isRunning} @click=${() => this.#export(workspace)}>
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
      ${this.#work.render()}`;
  }
}

customElements.define("lb-export-entries", LbExportEntries);

declare global {
  interface HTMLElementTagNameMap {
    "lb-export-entries": LbExportEntries;
  }
}
