import type {TemplateResult} from "lit";
import {css, html} from "lit";
import type {FieldSchema} from "../src/index.ts";
import {toLabel} from "../src/index.ts";
import type {FieldChange} from "./changed-fields.ts";
import {cutText} from "./cut-text.ts";
import {formatField} from "./format-field.ts";
import {diffWords} from "./word-diff.ts";

/** Of one side of a change; beyond it a text is cut. */
const MAX_CHARACTERS = 600;
/** Words are compared where there are some; a short value is read better whole. */
const MIN_DIFF_CHARACTERS = 24;

export const diffStyles = css`
  .diff {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .diff del {
    color: var(--lb-text-muted);
    text-decoration-color: var(--lb-danger);
  }
  .diff ins {
    text-decoration: underline;
    text-decoration-color: var(--lb-success);
    text-underline-offset: 2px;
  }
`;

/** A field's name and its two values: texts word by word, what is short as a whole. */
export function renderFieldDiff(
  {name, before, after}: FieldChange,
  schema: FieldSchema | undefined
): TemplateResult {
  return html`${schema?.title ?? toLabel(name)}:
    <span class="diff">${renderDiff(toText(before, schema), toText(after, schema))}</span>`;
}

/** Two texts as one, with marks on what differs. */
export function renderDiff(before: string, after: string): TemplateResult {
  if (Math.min(before.length, after.length) < MIN_DIFF_CHARACTERS)
    return html`<del>${before || "–"}</del> → <ins>${after || "–"}</ins>`;
  return html`${diffWords(before, after).map(({kind, text}) =>
    kind === "same" ? text : kind === "gone" ? html`<del>${text}</del>` : html`<ins>${text}</ins>`
  )}`;
}

function toText(value: unknown, schema: FieldSchema | undefined): string {
  const text = formatField(value, schema);
  return cutText(text, MAX_CHARACTERS);
}
