/** Something that a text names. */
export interface Fact {
  readonly kind: "person" | "place" | "organisation" | "date" | "amount";
  /** What it is, in one way of writing: a name, `2025-03-14`, `EUR 45.50`. */
  readonly value: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}
