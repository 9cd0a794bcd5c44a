import {html} from "lit";
import {findHidden} from "../../src/index.ts";
import type {FieldChangeEvent} from "../form-events.ts";
import {getOwn} from "../get-own.ts";
import type {Control} from "./control.ts";
import type {Group} from "./group-value.ts";
import {isGroup, withValue} from "./group-value.ts";

/** Fields of its own. */
export const group: Control = {
  expected: "fields of its own",
  labels: "around",
  holdsFields: true,
  fits: isGroup,
  render: ({field, value, problems, path, context, report}) => {
    const values = (value ?? {}) as Group;
    const hidden = findHidden(field.schema, values);
    const shown = field.fields.filter(({name}) => !hidden.has(name));
    return html`${shown.map(
      (inner) =>
        html`<lb-field
          .field=${inner}
          .value=${getOwn(values, inner.name)}
          .problems=${problems}
          .path=${`${path}/${inner.name}`}
          .context=${context}
          @lb-change=${({value}: FieldChangeEvent) => report(withValue(values, inner.name, value))}
        ></lb-field>`
    )}`;
  }
};
