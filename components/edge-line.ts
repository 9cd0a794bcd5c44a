import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {Edge, EdgeGroup, EdgeKind, EntryType, Workspace} from "../src/index.ts";
import {toEnd} from "../src/index.ts";
import {renderEdgeDetails} from "./edge-details.ts";
import type {EndView} from "./end-views.ts";
import {toEndView, toEntryView} from "./end-views.ts";
import {toSubtitle} from "./entry-subtitle.ts";
import "./lb-row-values.ts";

/** An edge and what stands at its other end. */
export interface EdgeLine {
  readonly edge: Edge;
  readonly end: EndView;
}

/** What a line says and does beside what it is. */
export interface EdgeLineContext {
  /** How the edge reads from here. */
  readonly label: string;
  /** Undefined of a kind that is no more: such an edge cannot be edited. */
  readonly kind: EdgeKind | undefined;
  readonly types: readonly EntryType[];
  /** The end that is here. */
  readonly entryId: string;
  /** For the values of lake rows at the other end; without it their addresses are shown alone. */
  readonly workspace: Workspace | undefined;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

export const edgeLineStyles = css`
  li {
    display: flex;
    align-items: baseline;
    gap: var(--lb-2);
  }
  .type {
    margin-left: auto;
    white-space: nowrap;
  }
  .end {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  li button {
    min-height: 18px;
    padding: 0 var(--lb-1);
    color: var(--lb-text-muted);
  }
  .details {
    display: block;
    font-size: var(--lb-size-small);
  }
  lb-edge-editor {
    flex: 1;
    min-width: 0;
  }
`;

export function toEdgeLines({edges, elsewhere}: EdgeGroup): EdgeLine[] {
  return [
    ...edges.map(({edge, other}) => ({edge, end: toEntryView(other)})),
    ...elsewhere.flatMap(({edge, end, title}) => {
      const view = toEndView(end);
      return view ? [{edge, end: title === undefined ? view : {...view, title}}] : [];
    })
  ];
}

/** An edge as it stands in a list at one of its ends: what it leads to, what it says of itself, and what can be done. */
export function renderEdgeLine(
  {edge, end}: EdgeLine,
  {label, kind, types, entryId, workspace, onEdit, onRemove}: EdgeLineContext
): TemplateResult {
  const type = types.find(({name}) => name === end.type);
  const address = toEnd(edge.from === entryId ? edge.to : edge.from);
  return html`<li>
    <span class="end">
      ${end.href === undefined ? end.title : html`<a href=${end.href}>${end.title}</a>`}
      <span class="muted">${end.entry ? toSubtitle(end.entry, type) : nothing}</span>
      ${
        address?.kind === "row"
          ? html`<lb-row-values .workspace=${workspace} .end=${address}></lb-row-values>`
          : nothing
      }
      ${renderEdgeDetails(edge, kind)}
    </span>
    <span class="muted type">${type?.label ?? end.type}</span>
    ${
      kind
        ? html`<button
            class="quiet"
            data-edit=${edge.id}
            title="Edit this edge, or move it"
            aria-label="Edit: ${label} ${end.title}"
            @click=${onEdit}
          >
            ✎
          </button>`
        : nothing
    }
    <button
      class="quiet"
      title="Remove this edge"
      aria-label="Remove: ${label} ${end.title}"
      @click=${onRemove}
    >
      ×
    </button>
  </li>`;
}
