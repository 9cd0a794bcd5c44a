import {createPause} from "../../lib/pause.ts";
import {toText} from "../../lib/text.ts";
import type {EntryType} from "../../model/entry-type.ts";
import type {Fields} from "../../model/entry.ts";
import {toFields} from "../to-fields.ts";
import type {FieldProblems} from "../validate.ts";
import {findProblems} from "../validate.ts";

/** A pasted row as the fields of an entry. */
export interface CheckedRow {
  readonly cells: readonly string[];
  readonly fields: Fields;
  /** What is wrong, by path; a row with any is not added. */
  readonly problems: FieldProblems;
}

export interface CheckOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads rows of cells as a type's fields and says what is wrong with each; `columns` names the field of each cell.
 * What no two entries share is looked for among the rows. The page has its turn meanwhile.
 */
export async function checkRows(
  rows: readonly (readonly string[])[],
  columns: readonly (string | undefined)[],
  type: EntryType,
  {signal, onProgress}: CheckOptions = {}
): Promise<CheckedRow[]> {
  const pause = createPause(signal);
  const firsts = new Map<string, number>();
  const single = toSingleFields(type);
  const checked: CheckedRow[] = [];
  for (const cells of rows) {
    const turn = pause();
    if (turn) {
      onProgress?.(checked.length, rows.length);
      await turn;
    }
    const values = columns.flatMap((name, i): [string, string][] =>
      name === undefined ? [] : [[name, cells[i] ?? ""]]
    );
    const fields = toFields(type.schema, Object.fromEntries(values));
    const problems = new Map(findProblems(type.schema, fields));
    for (const name of single) {
      const value = toText(fields[name]);
      const first = firsts.get(`${name}/${value}`);
      if (value === "") continue;
      if (first === undefined) firsts.set(`${name}/${value}`, checked.length);
      else if (!problems.has(name)) problems.set(name, `is in row ${first + 1} too`);
    }
    checked.push({cells, fields, problems});
  }
  return checked;
}

/** The fields that tell entries apart, each by itself. */
function toSingleFields({schema, keyField}: EntryType): string[] {
  return Object.entries(schema.properties)
    .filter(([name, {"x-lakebook": hints}]) => name === keyField || hints?.unique === true)
    .map(([name]) => name);
}
