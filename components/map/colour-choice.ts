import type {Column, TextMap} from "../../src/index.ts";
import {formatCounted} from "../format-value.ts";

/** What a map is coloured by, as the address says it: nothing, topics, or a column behind "column:". */
export type ColourChoice = "none" | "topic" | `column:${string}`;

export interface ColourOption {
  readonly value: ColourChoice;
  readonly label: string;
}

/** What a map can be coloured by. */
export function listColourOptions(
  columns: readonly Column[],
  hasTopics: boolean
): readonly ColourOption[] {
  return [
    ...(hasTopics ? [{value: "topic", label: "Topic"} as const] : []),
    {value: "none", label: "Nothing"},
    ...columns.map(({name}): ColourOption => ({value: `column:${name}`, label: name}))
  ];
}

/** What a map shows, in a line: "notes: 318 texts, coloured by folder". */
export function toMapTitle(
  {collection, ends}: Pick<TextMap, "collection" | "ends">,
  choice: ColourChoice
): string {
  const [, column] = /^column:(.*)$/s.exec(choice) ?? [];
  const by = column === undefined ? "" : `, coloured by ${column}`;
  return `${collection.label}: ${formatCounted(ends.length, "text")}${by}`;
}
