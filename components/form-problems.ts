import type {ObjectSchema} from "../src/index.ts";
import {findProblems} from "../src/index.ts";
import type {Problems} from "./controls/control.ts";
import type {FormField} from "./form-field.ts";
import {isAtField} from "./problem-path.ts";
import type {References} from "./reference.ts";

/** What is wrong in a form as it stands. */
export interface FormCheck {
  /** At fields that are looked at, by path. */
  readonly problems: Problems;
  /** What belongs to no field that is shown (a schema that cannot be used); it keeps nobody from saving. */
  readonly unplaced: readonly string[];
}

export interface FormState {
  readonly schema: ObjectSchema;
  readonly values: Readonly<Record<string, unknown>>;
  readonly references: References;
  /** The fields that are shown. */
  readonly fields: readonly FormField[];
}

/** Checks a form; what is wrong counts only at fields whose name `isLookedAt`. */
export function checkForm(state: FormState, isLookedAt: (name: string) => boolean): FormCheck {
  const all = [...findProblems(state.schema, state.values), ...findUnreferenced(state)];
  const fieldAt = (path: string): FormField | undefined =>
    state.fields.find(({name}) => isAtField(path, name));
  return {
    problems: new Map(all.filter(([path]) => isLookedAt(fieldAt(path)?.name ?? ""))),
    unplaced: all
      .filter(([path]) => !fieldAt(path))
      .map(([path, what]) => (path === "" ? what : `${path} ${what}`))
  };
}

/** References that are required and not there: their values are edges, of which the schema knows nothing. */
function findUnreferenced({fields, references}: FormState): [path: string, what: string][] {
  return fields
    .filter(({control, required, name}) => {
      const count = Object.hasOwn(references, name) ? references[name]!.length : 0;
      return control === "reference" && required && count === 0;
    })
    .map(({name}) => [name, "is required"]);
}
