import {toTextKey} from "../../lib/text-key.ts";
import type {LakePart} from "../../model/catalogue.ts";
import type {Column} from "../../model/column.ts";
import {GUESS_VERSION} from "./guess-columns.ts";

/** What a table of the lake is made of, in short: another text whenever another guess may be right. */
export function toLakeState(
  columns: readonly Pick<Column, "name" | "type">[],
  parts: readonly Pick<LakePart, "sha256" | "firstRow">[]
): string {
  const texts = columns.filter(({type}) => type === "VARCHAR").map(({name}) => name);
  const files = parts.map(({sha256, firstRow}) => [sha256, firstRow]);
  return toTextKey(JSON.stringify([GUESS_VERSION, texts, files]));
}
