/**
 * The part of JSON Schema (2020-12) that entry types are written in. Other keywords are kept and validated,
 * but forms and SQL know these only.
 */
export interface FieldSchema {
  readonly type?: "string" | "number" | "integer" | "boolean" | "array" | "object";
  readonly title?: string;
  readonly description?: string;
  /** `date`, `date-time`, `email`, `uri` …, of a string. */
  readonly format?: string;
  readonly enum?: readonly (string | number | boolean)[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
}

/** The schema of an entry's fields. */
export interface ObjectSchema extends FieldSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, FieldSchema>>;
}
