import type {TemplateResult} from "lit";
import {html, nothing} from "lit";
import type {FieldSchema, Fields, ObjectSchema} from "../src/index.ts";
import {toLabel} from "../src/index.ts";
import {formatField, toWebAddress} from "./format-field.ts";

/** The fields of an entry, the type's first and in its order, then those that the type does not have. */
export function renderFields(
  fields: Fields,
  schema: ObjectSchema,
  problems: ReadonlyMap<string, string>
): TemplateResult {
  const known = Object.keys(schema.properties);
  const others = Object.keys(fields).filter((name) => !known.includes(name));
  return html`<dl class="definitions">
    ${[...known, ...others].map((name) => {
      const field = schema.properties[name] ?? {};
      const isKnown = name in schema.properties;
      return html`<dt
          title=${isKnown ? (field.description ?? nothing) : "the type does not have this field"}
        >
          ${field.title ?? toLabel(name)}${isKnown ? nothing : " *"}
        </dt>
        <dd>
          ${renderValue(fields[name], field)}${
            problems.has(name) ? html`<span class="problem"> ${problems.get(name)}</span>` : nothing
          }
        </dd>`;
    })}
  </dl>`;
}

function renderValue(value: unknown, field: FieldSchema): TemplateResult | string {
  const text = formatField(value, field);
  if (text === "") return html`<span class="null">–</span>`;
  const href = toWebAddress(value, field);
  if (href) return html`<a href=${href} rel="noreferrer noopener" target="_blank">${text}</a>`;
  if (field.format === "date-time") return html`<time title=${String(value)}>${text}</time>`;
  if (typeof value === "object" && !Array.isArray(value))
    return html`<code>${JSON.stringify(value, null, 1)}</code>`;
  return text;
}
