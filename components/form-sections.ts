import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import {repeat} from "lit/directives/repeat.js";
import type {ObjectSchema} from "../src/index.ts";
import type {FormField} from "./form-field.ts";
import {toSections} from "./form-layout.ts";

/** The fields of a form under their headings, then those that its schema does not know. */
export function renderSections(
  fields: readonly FormField[],
  schema: ObjectSchema,
  renderField: (field: FormField) => TemplateResult
): TemplateResult {
  const isKnown = ({name}: FormField): boolean => Object.hasOwn(schema.properties, name);
  const others = fields.filter((field) => !isKnown(field));
  const render = (some: readonly FormField[]): unknown =>
    repeat(some, ({name}) => name, renderField);
  const sections = repeat(
    toSections(fields.filter(isKnown)),
    ({heading, fields}) => `${heading}/${fields[0]!.name}`,
    ({heading, fields}) => (heading === "" ? render(fields) : renderGroup(heading, render(fields)))
  );
  return html`${sections}${
    others.length === 0
      ? nothing
      : html`<h3>Fields that the type does not have</h3>
          ${render(others)}`
  }`;
}

function renderGroup(heading: string, fields: unknown): TemplateResult {
  return html`<fieldset class="section">
    <legend>${heading}</legend>
    ${fields}
  </fieldset>`;
}
