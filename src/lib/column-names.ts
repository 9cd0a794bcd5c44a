import {toUniqueNames} from "./unique-names.ts";

/** Names that SQL can write: none empty, none twice. */
export function toColumnNames(names: readonly string[]): string[] {
  return toUniqueNames(
    names.map((name, i) => name.trim().replaceAll("\u0000", "") || `column${i}`)
  );
}
