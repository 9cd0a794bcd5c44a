import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {ExportFormat, Workspace} from "../src/index.ts";
import {EXPORT_FORMATS, exportAll, exportType, isAbortError} from "../src/index.ts";
import {download} from "./download.ts";
import "./lb-failure.ts";
import "./lb-progress.ts";
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
    format: {state: true},
    progress: {state: true},
    trouble: {state: true}
  };

  /** The type's name; "" for all types. */
  declare type: string;
  declare protected format: ExportFormat;
  declare protected progress: {readonly done: number; readonly total: number} | undefined;
  declare protected trouble: unknown;
  #stop = new AbortController();

  constructor() {
    super();
    this.type = "";
    this.format = "csv";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  async #export(workspace: Workspace): Promise<void> {
    if (this.progress) return;
    const {type, format} = this;
    this.#stop = new AbortController();
    this.trouble = undefined;
    this.progress = {done: 0, total: 0};
    try {
      const options = {
        signal: this.#stop.signal,
        onProgress: (done: number, total: number) => void (this.progress = {done, total})
      };
      const {mediaType} = EXPORT_FORMATS[format];
      if (type === "")
        download(`entries-${format}.zip`, await exportAll(workspace, format, options));
      else
        download(
          `${type}.${format}`,
          new Blob([(await exportType(workspace, type, format, options)) as BlobPart], {
            type: mediaType
          })
        );
    } catch (error) {
      if (!isAbortError(error)) this.trouble = error;
    } finally {
      this.progress = undefined;
    }
  }

  protected override renderWorkspace(workspace: Workspace): TemplateResult {
    const {type, progress, trouble} = this;
    return html`<div class="row">
        <button ?disabled=${progress !== undefined} @click=${() => this.#export(workspace)}>
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
        progress
          ? html`<lb-progress
              what="Exporting"
              noun=${type === "" ? "tables" : "rows"}
              .done=${progress.done}
              .total=${progress.total}
              @lb-stop=${() => this.#stop.abort()}
            ></lb-progress>`
          : nothing
      }
      ${
        trouble === undefined
          ? nothing
          : html`<lb-failure what="Nothing was exported" .error=${trouble}></lb-failure>`
      }`;
  }
}

customElements.define("lb-export-entries", LbExportEntries);

declare global {
  interface HTMLElementTagNameMap {
    "lb-export-entries": LbExportEntries;
  }
}
