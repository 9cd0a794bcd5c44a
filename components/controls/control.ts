import type {TemplateResult} from "lit";
import type {FormContext} from "../form-context.ts";
import type {FormField} from "../form-field.ts";

/** Problems by path: `name`, or `group/name` inside a group. */
export type Problems = ReadonlyMap<string, string>;

/** What a control is drawn from, and whom it tells what somebody did. */
export interface Drawing {
  readonly field: FormField;
  readonly value: unknown;
  readonly path: string;
  readonly problems: Problems;
  /** Undefined in a preview. */
  readonly context: FormContext | undefined;
  /** What is wrong with this very field; undefined where nothing is. */
  readonly problem: string | undefined;
  /** The ids of the texts that describe the control. */
  readonly describedBy: string;
  /** The accessible name of the box, where no label is drawn beside it. */
  readonly spoken: string | undefined;
  /** The field has another value, which the control shows already; undefined for none. */
  readonly report: (value: unknown) => void;
  /** The field gets another value, and the box with the id `control` its text. */
  readonly put: (value: unknown) => void;
  /** Somebody typed into the box with the id `control`. */
  readonly onText: (event: Event) => void;
  /** Somebody wants the field empty. */
  readonly clear: () => void;
  /** Runs once the control is drawn anew, with what it is drawn in. */
  readonly afterwards: (work: (root: ParentNode) => void) => void;
}

/** How values of one kind are edited. The box that is typed into has the id `control`. */
export interface Control {
  /** What it takes, in words: "a number". */
  readonly expected: string;
  readonly hint?: string;
  /** How its label stands: for its one box (where not given), over several of them, or around fields of its own. */
  readonly labels?: "several" | "around";
  /** True where what is wrong inside is said by fields of its own. */
  readonly holdsFields?: boolean;
  /** Whether a value that is there can be shown in this control. */
  fits(value: unknown, field: FormField): boolean;
  /** The value as the text of the box; where it is not given, text as it is. */
  toText?(value: unknown): string;
  /** The value of what was typed; where it is not given, the text itself. Throws `SyntaxError` on what is no value at all. */
  toValue?(text: string, field: FormField): unknown;
  render(drawing: Drawing): TemplateResult;
}
