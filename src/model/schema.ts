/** How a field is edited and shown, where JSON Schema's own keywords do not tell; everything here may be left out. */
export interface FieldHints {
  /** What the value is. The shape that goes with each kind is told at `HintedKind`. */
  readonly kind?: HintedKind;
  /** Of a number: "kg", "°C". */
  readonly unit?: string;
  /** Of money: an ISO 4217 code. */
  readonly currency?: string;
  /** The heading that the field stands under in forms. */
  readonly group?: string;
  readonly width?: "full" | "half" | "third";
  /** The field is shown and required only while another field has one of these values; with none named, any value. */
  readonly when?: {readonly field: string; readonly is: readonly (string | number | boolean)[]};
  /** Of a reference: the edges that are its value. `in` reads them from their second end; `many` allows several. */
  readonly edge?: {
    readonly kind: string;
    readonly direction: "out" | "in";
    readonly many?: boolean;
    /** SQL over the relation of the other end's type: only entries that it holds for are offered. */
    readonly filter?: string;
  };
  /** Of a computed field: an SQL expression over the columns of the type's relation. */
  readonly sql?: string;
  /** No two entries of the type (or of a type that extends it) have the same value. */
  readonly unique?: boolean;
  readonly placeholder?: string;
  /** Of text: what is printed as a bar or QR code can be read by camera; so it can where the field is unique. */
  readonly scan?: boolean;
}

/**
 * Kinds of value beyond JSON Schema's:
 *
 * - `money` a number, in `currency`
 * - `span` text, an ISO 8601 duration such as `PT1H30M`
 * - `clock` text, a time of day such as `18:30`
 * - `colour` text, `#rrggbb`
 * - `place` `{latitude, longitude, label?}`, degrees in WGS 84
 * - `file`, `image` an `Attachment`
 * - `reference` nothing: its values are edges
 * - `computed` nothing: SQL gives its value
 */
export type HintedKind =
  "money" | "span" | "clock" | "colour" | "place" | "file" | "image" | "reference" | "computed";

/** A file that belongs to an entry; its bytes are kept by their hash (`Store.attachments`). */
export interface Attachment {
  readonly name: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** The media type; "" where nobody knows. */
  readonly type: string;
}

/**
 * The part of JSON Schema (2020-12) that entry types are written in. Other keywords are kept and validated,
 * but forms and SQL know these only.
 */
export interface FieldSchema {
  readonly type?: "string" | "number" | "integer" | "boolean" | "array" | "object";
  readonly title?: string;
  readonly description?: string;
  /** `date`, `date-time`, `email`, `uri`, `duration`, `multiline` …, of a string. */
  readonly format?: string;
  readonly enum?: readonly (string | number | boolean)[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly items?: FieldSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly "x-lakebook"?: FieldHints;
}

/** The schema of an entry's fields. */
export interface ObjectSchema extends FieldSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, FieldSchema>>;
}
