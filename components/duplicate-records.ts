import type {DuplicateSearch} from "../src/index.ts";
import {cutText} from "./cut-text.ts";

const TITLE_VALUES = 3;
const MAX_TITLE_CHARACTERS = 90;

/** What a record is called in a list: its first values, those of names before others. */
export function toRecordTitle(search: DuplicateSearch, position: number): string {
  const {columns} = search.job.plan;
  const names = columns.filter(({kind}) => kind === "name" || kind === "text");
  const others = columns.filter((column) => !names.includes(column));
  const values = [...names, ...others]
    .map(({name}) => search.value(position, name))
    .filter((value) => value !== "");
  const title = values.slice(0, TITLE_VALUES).join(" · ");
  if (title === "") return `record ${position + 1}`;
  return cutText(title, MAX_TITLE_CHARACTERS);
}

/** The columns in which two records differ, with both values. */
export function findPairDifferences(
  search: DuplicateSearch,
  {a, b}: {readonly a: number; readonly b: number}
): {readonly label: string; readonly a: string; readonly b: string}[] {
  const labels = new Map(search.sides.first.columns.map(({name, label}) => [name, label]));
  return search.job.plan.columns
    .map(({name}) => ({
      label: labels.get(name) ?? name,
      a: search.value(a, name),
      b: search.value(b, name)
    }))
    .filter((row) => row.a !== row.b);
}
