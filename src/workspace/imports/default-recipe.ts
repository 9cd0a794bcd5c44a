import {nameTables} from "../../lake/table-names.ts";
import {toStem} from "../../lib/path-names.ts";
import {toUnique} from "../../lib/slug.ts";
import {createUuid} from "../../lib/uuid.ts";
import type {RawTable} from "../../model/batch.ts";
import {RAW_RELATIONS} from "../../model/batch.ts";
import type {ParseOptions} from "../../model/parse-options.ts";
import type {Recipe} from "../../model/recipe.ts";
import type {TableFacts} from "../../recipes/match.ts";
import {toMatch} from "../../recipes/match.ts";

/** A table in a file that no recipe is for. */
export interface UnknownTable {
  readonly facts: TableFacts;
  readonly target: string | null;
  readonly key: readonly string[];
  readonly parse: ParseOptions;
  /** Whether the file has other tables too. */
  readonly hasOthers: boolean;
}

/** Formats whose tables are those of files inside, by whose names they are called. */
const ARCHIVES: readonly string[] = ["zip", "gzip"];

/**
 * A recipe without steps for a table: it goes to the table that its connector names, or to one of its file's name, and
 * joins a table of that name only where the columns are alike.
 */
export function toDefaultRecipe(
  {facts, target, key, parse, hasOthers}: UnknownTable,
  tables: readonly RawTable[]
): Recipe {
  const {path, format, inner, columns} = facts;
  const isPacked = inner !== "" && ARCHIVES.includes(format ?? "");
  const [name = "data"] = nameTables([
    isPacked
      ? {paths: [inner], inner: "", format: ""}
      : {paths: [path], inner: hasOthers ? inner : "", format: format ?? ""}
  ]);
  return {
    recipe: 1,
    id: createUuid(),
    name: hasOthers && inner !== "" ? `${toStem(path)}: ${inner}` : toStem(path),
    match: toMatch(facts, {hasOthers}),
    parse,
    steps: [],
    target: target ?? toFreeTarget(name, columns, tables),
    key
  };
}

function toFreeTarget(
  name: string,
  columns: readonly string[],
  tables: readonly RawTable[]
): string {
  const reserved: readonly string[] = RAW_RELATIONS;
  return toUnique(name, (name) => {
    if (reserved.includes(name)) return true;
    const table = tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
    return table !== undefined && !isAlike(table, columns);
  });
}

/** Whether the columns of one of them are all among those of the other. */
function isAlike({kind, columns}: RawTable, names: readonly string[]): boolean {
  if (kind === "in-place") return false;
  const own = new Set(columns.map(({name}) => name.toLowerCase()));
  const shared = names.filter((name) => own.has(name.toLowerCase())).length;
  return shared > 0 && shared === Math.min(own.size, names.length);
}
