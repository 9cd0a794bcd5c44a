import type {Recipe} from "../src/index.ts";
import {toFormatLabel} from "./import-formats.ts";

const MAX_COLUMNS = 5;

/** Which files a recipe is for, in words: "CSV with date, amount, category". */
export function describeMatch({match}: Pick<Recipe, "match">): string {
  const {format, connector, table, columns = [], path} = match;
  const shown = columns.slice(0, MAX_COLUMNS).join(", ");
  const more = columns.length > MAX_COLUMNS ? ` and ${columns.length - MAX_COLUMNS} more` : "";
  const said = [
    connector ? `${connector} export` : format === undefined ? "any file" : toFormatLabel(format),
    path && `named ${path}`,
    table && `table ${table}`,
    columns.length > 0 && `with ${shown}${more}`
  ];
  return said.filter((text) => typeof text === "string" && text !== "").join(" ");
}
