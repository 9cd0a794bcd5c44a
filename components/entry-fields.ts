import type {TemplateResult} from "lit";
import {css, html, nothing} from "lit";
import type {FieldSchema, Fields, ObjectSchema} from "../src/index.ts";
import {toLabel} from "../src/index.ts";
import {formatField, isNumberField, toWebAddress} from "./format-field.ts";
import {formatCount} from "./format-value.ts";
import {getOwn} from "./get-own.ts";
import {isAtField} from "./problem-path.ts";

/** Items of a list that are shown; the others are counted. */
const MAX_ITEMS = 50;
/** Text in a table is broken only where it is longer. */
const MAX_UNBROKEN_LENGTH = 24;

export const fieldsStyles = css`
  .inner {
    width: auto;
    margin: 0;
    border-collapse: collapse;
    font-size: var(--lb-size-table);
    line-height: var(--lb-line);
  }
  .wide {
    overflow-x: auto;
  }
  .inner th,
  .inner td {
    overflow-wrap: break-word;
    position: static;
    height: auto;
    padding: 0 var(--lb-3) 0 0;
    border: none;
    text-align: left;
    vertical-align: top;
    font-weight: 400;
    white-space: normal;
  }
  .inner th {
    white-space: nowrap;
    color: var(--lb-text-muted);
  }
  .inner .short {
    white-space: nowrap;
  }
  .inner td.number {
    text-align: right;
  }
`;

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
      const field = getOwn(schema.properties, name) ?? {};
      const isKnown = Object.hasOwn(schema.properties, name);
      const label = field.title ?? toLabel(name);
      return html`<dt
          title=${isKnown ? (field.description ?? nothing) : "the type does not have this field"}
        >
          ${label}${isKnown ? nothing : " *"}
        </dt>
        <dd>
          ${renderWhole(getOwn(fields, name), field, label)} ${renderProblem(name, problems)}
        </dd>`;
    })}
  </dl>`;
}

/** The first problem with a field, or with something inside it. */
function renderProblem(
  name: string,
  problems: ReadonlyMap<string, string>
): TemplateResult | typeof nothing {
  const found = [...problems].find(([path]) => isAtField(path, name));
  return found ? html`<span class="problem">${found[1]}</span>` : nothing;
}

/** A value in a field's own place: what is a table can be scrolled by itself where there is little room. */
function renderWhole(value: unknown, field: FieldSchema, label: string): TemplateResult {
  const content = renderValue(value, field);
  const isTable = Array.isArray(value) ? value.some(isGroup) : isGroup(value);
  return isTable
    ? html`<div class="wide" role="group" tabindex="0" aria-label=${label}>${content}</div>`
    : content;
}

/** A value as it reads best: groups as small tables, lists of groups with a row each, text as text. */
function renderValue(value: unknown, field: FieldSchema): TemplateResult {
  if (isGroup(value)) return renderGroup(value, field);
  if (Array.isArray(value) && value.length > 0 && value.every(isGroup))
    return renderGroups(value, field.items ?? {});
  const text = formatField(value, field);
  if (text === "") return html`<span class="null">–</span>`;
  const href = toWebAddress(value, field);
  if (href) return html`<a href=${href} rel="noreferrer noopener" target="_blank">${text}</a>`;
  if (field.format === "date-time") return html`<time title=${String(value)}>${text}</time>`;
  const isShort = text.length <= MAX_UNBROKEN_LENGTH;
  return html`<span class=${isShort ? "text short" : "text"}>${text}</span>`;
}

function renderGroup(group: Fields, {properties = {}}: FieldSchema): TemplateResult {
  return html`<table class="inner">
    ${Object.entries(group).map(
      ([name, value]) =>
        html`<tr>
          <th scope="row">${getOwn(properties, name)?.title ?? toLabel(name)}</th>
          <td>${renderValue(value, getOwn(properties, name) ?? {})}</td>
        </tr>`
    )}
  </table>`;
}

function renderGroups(groups: readonly Fields[], {properties = {}}: FieldSchema): TemplateResult {
  const shown = groups.slice(0, MAX_ITEMS);
  const names = [...new Set(shown.flatMap((group) => Object.keys(group)))];
  const rest = groups.length - shown.length;
  return html`<table class="inner">
      <tr>
        ${names.map((name) => html`<th scope="col">${getOwn(properties, name)?.title ?? toLabel(name)}</th>`)}
      </tr>
      ${shown.map((group) => renderRow(group, names, properties))}
    </table>
    ${rest > 0 ? html`<span class="muted">and ${formatCount(rest)} more</span>` : nothing}`;
}

function renderRow(
  group: Fields,
  names: readonly string[],
  properties: NonNullable<FieldSchema["properties"]>
): TemplateResult {
  return html`<tr>
    ${names.map((name) => {
      const field = getOwn(properties, name) ?? {};
      return html`<td class=${isNumberField(field) ? "number" : nothing}>
        ${renderValue(getOwn(group, name), field)}
      </td>`;
    })}
  </tr>`;
}

function isGroup(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
