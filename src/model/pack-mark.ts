/** What a type or a kind has from packs, by the pack's name. */
export type PackMarks = Readonly<Record<string, PackMark>>;

/** What one pack brought: a field of it that is gone since was removed by a person, and stays so. */
export interface PackMark {
  readonly version: number;
  /** The fields of its own schema, by name. */
  readonly fields: readonly string[];
}
