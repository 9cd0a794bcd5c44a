import {InputError} from "../../lib/errors.ts";
import {guessPlan} from "../../match/link/guess-plan.ts";
import type {LinkInput} from "../../match/link/link-input.ts";
import type {RawColumn} from "../../match/link/plan/column-facts.ts";

/** The records of a file, and what they are called. */
export interface FileTable {
  readonly path: string;
  readonly keys: readonly string[];
  /** Whether the keys are the numbers of rows. */
  readonly isNumbered: boolean;
  readonly columns: readonly RawColumn[];
}

/** Throws `InputError` where the key's column is not there, or does not name each record by itself. */
export function toTable(path: string, columns: readonly RawColumn[], key?: string): FileTable {
  const size = columns[0]?.values.length ?? 0;
  if (key === undefined) {
    const keys = Array.from({length: size}, (_, i) => String(i + 1));
    return {path, keys, isNumbered: true, columns};
  }
  const column = columns.find(({name}) => name.trim() === key.trim());
  if (!column) {
    const names = columns.map(({name}) => name).join(", ");
    throw new InputError(`key column not found: ${key} in ${path} (there are: ${names})`);
  }
  const keys = column.values.map((value) => value.trim());
  checkKeys(path, key, keys);
  return {path, keys, isNumbered: false, columns: columns.filter((one) => one !== column)};
}

/** What is compared, of one file or of two: the plan is guessed. */
export function toInput(first: FileTable, second?: FileTable): LinkInput {
  const plan = guessPlan(first, second);
  if (plan.columns.length === 0) {
    const names = second ? "columns that both files have" : `columns of ${first.path}`;
    throw new InputError(`nothing to compare: no ${names} tell records apart`);
  }
  const kindOf = new Map(plan.columns.map(({name, kind}) => [name, kind]));
  const toMatchTable = ({keys, columns}: FileTable): LinkInput["first"] => ({
    keys,
    columns: columns.flatMap(({name, values}) => {
      const kind = kindOf.get(name);
      return kind === undefined ? [] : [{name, kind, values}];
    })
  });
  return {first: toMatchTable(first), ...(second && {second: toMatchTable(second)}), plan};
}

function checkKeys(path: string, key: string, keys: readonly string[]): void {
  const seen = new Set<string>();
  for (const [i, one] of keys.entries()) {
    if (one === "") throw new InputError(`key missing: ${key} in row ${i + 1} of ${path}`);
    if (seen.has(one))
      throw new InputError(
        `key not unique: ${key} ${one} in ${path}; name another column, or none`
      );
    seen.add(one);
  }
}
