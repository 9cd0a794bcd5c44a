/** Texts of which somebody said what they are about. */
export interface LabelledTexts {
  readonly name: string;
  readonly texts: readonly string[];
  /** The class of each text. */
  readonly classes: readonly string[];
}
