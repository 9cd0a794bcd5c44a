import {Task} from "@lit/task";
import type {TemplateResult} from "lit";
import {LitElement, css, html, nothing} from "lit";
import type {End, Workspace} from "../src/index.ts";
import {toMessage, toValueText} from "../src/index.ts";
import {findRow} from "./find-source.ts";
import {queryHref} from "./links.ts";
import {baseStyles} from "./styles.ts";

const MAX_VALUES = 4;
const MAX_LENGTH = 40;

/** The first values of a row of the lake that an edge leads to, with a way to the whole row. */
export class LbRowValues extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline;
      }
    `
  ];
  static override properties = {workspace: {attribute: false}, end: {attribute: false}};

  declare workspace: Workspace | undefined;
  declare end: Extract<End, {kind: "row"}>;
  readonly #row = new Task(this, {
    args: () => [this.workspace, this.end.table, this.end.sha256, this.end.row] as const,
    task: async ([workspace, table, sha256, row], {signal}) => {
      if (!workspace) return undefined;
      const place = await findRow(workspace, {table, sha256, row, file: ""});
      if (place.state !== "there") return undefined;
      const result = await workspace.query(place.sql, {signal});
      if (result.numRows === 0) return undefined;
      const values = result.fields
        .map(({name, type}, i) => ({name, text: toValueText(result.value(0, i), type)}))
        .filter(({text}) => text !== "");
      return {sql: place.sql, values: values.slice(0, MAX_VALUES)};
    }
  });

  override render(): TemplateResult {
    return html`${this.#row.render({
      complete: (found) =>
        found
          ? html`<span class="muted"
                >${found.values.map(({name, text}) => `${name}: ${cut(text)}`).join(" · ")}</span
              >
              <a href=${queryHref(found.sql)}>Query this row</a>`
          : this.workspace
            ? html`<span class="muted">the row is no longer in the lake</span>`
            : nothing,
      error: (error) => html`<span class="muted">${toMessage(error)}</span>`
    })}`;
  }
}

function cut(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

customElements.define("lb-row-values", LbRowValues);

declare global {
  interface HTMLElementTagNameMap {
    "lb-row-values": LbRowValues;
  }
}
