import {html} from "lit";
import type {Attachment} from "../../src/index.ts";
import {isAttachment} from "../../src/index.ts";
import type {FieldChangeEvent} from "../form-events.ts";
import "../lb-attachments.ts";
import type {Control, Drawing} from "./control.ts";

/** A file that is kept with the entry. */
export const attachment: Control = {
  expected: "a file",
  labels: "several",
  fits: isAttachment,
  render: (drawing) =>
    renderAttachments(drawing, isAttachment(drawing.value) ? [drawing.value] : [], false)
};

/** Several files. */
export const attachments: Control = {
  expected: "a list of files",
  labels: "several",
  fits: (value) => Array.isArray(value) && value.every(isAttachment),
  render: (drawing) =>
    renderAttachments(drawing, (drawing.value ?? []) as readonly Attachment[], true)
};

function renderAttachments(
  {field, context, problem, spoken, report}: Drawing,
  files: readonly Attachment[],
  isMany: boolean
) {
  const {kind} = (isMany ? field.schema.items : field.schema)?.["x-lakebook"] ?? {};
  return html`<lb-attachments
    id="control"
    .store=${context?.store}
    .files=${files}
    .many=${isMany}
    .images=${kind === "image"}
    .label=${spoken ?? field.label}
    .description=${problem ?? field.hint}
    @lb-change=${({value}: FieldChangeEvent) => {
      const all = value as readonly Attachment[];
      report(all.length === 0 ? undefined : isMany ? all : all[0]);
    }}
  ></lb-attachments>`;
}
