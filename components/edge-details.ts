import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {Edge, EdgeKind} from "../src/index.ts";
import {toLabel} from "../src/index.ts";
import {formatField} from "./format-field.ts";
import {formatCount} from "./format-value.ts";
import {getOwn} from "./get-own.ts";
import {tableHref} from "./links.ts";

/** An edge's own fields as words: "since: 2020-01-01 · position: B7"; "" where it has none. */
export function describeEdgeFields({fields}: Edge, kind: EdgeKind | undefined): string {
  const {properties = {}} = kind?.schema ?? {};
  return Object.entries(fields)
    .map(([name, value]) => {
      const schema = getOwn(properties, name);
      const text = formatField(value, schema);
      return text === "" ? "" : `${schema?.title ?? toLabel(name)}: ${text}`;
    })
    .filter((text) => text !== "")
    .join(" · ");
}

/** What an edge says of itself: its fields, how sure a machine is of it, and the row that says so. */
export function renderEdgeDetails(
  edge: Edge,
  kind: EdgeKind | undefined
): TemplateResult | typeof nothing {
  const {confidence, source} = edge;
  const parts = [
    describeEdgeFields(edge, kind),
    confidence === undefined || confidence === null ? "" : `${Math.round(confidence * 100)} % sure`
  ].filter((text) => text !== "");
  if (parts.length === 0 && !source) return nothing;
  return html`<span class="muted details"
    >${parts.join(" · ")}${
      source
        ? html`${parts.length > 0 ? " · " : nothing}from
            <a href=${tableHref(source.table)} title=${source.file}
              >${source.table}, row ${formatCount(source.row + 1)}</a
            >`
        : nothing
    }</span
  >`;
}
