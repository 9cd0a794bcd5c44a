import type {Column} from "../../src/index.ts";

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
