import {groupBy} from "../lib/group-by.ts";
import type {LakeFile} from "../model/catalogue.ts";
import type {Problem} from "../model/problem.ts";
import type {LoadedTable} from "./table-loader.ts";
import {NAMED_ROWS} from "./table-loader.ts";

const TWIN = "same content as ";

/**
 * Names files of one table that are the same to the byte: a download that was done twice doubles every sum.
 * Notes alike are two notes.
 */
export function findTwins(
  tables: readonly LoadedTable[],
  files: ReadonlyMap<string, LakeFile>
): Problem[] {
  return tables.flatMap(({name, format, parts, rows}) => {
    if (rows === 0 || parts.length < 2 || NAMED_ROWS.includes(format)) return [];
    const bySha = groupBy(parts, ({file}) => files.get(file)!.sha256);
    return [...bySha.values()].flatMap(([first, ...others]) =>
      others.map(({file}) => ({
        file,
        where: "",
        what: `${TWIN}${first!.file}: its rows are in the table ${name} more than once`
      }))
    );
  });
}

/** True of what `findTwins` said. */
export function isTwinProblem({what}: Problem): boolean {
  return what.startsWith(TWIN);
}
