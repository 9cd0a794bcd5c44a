import type {Format} from "../model/format.ts";
import {planDelimited} from "./delimited/plan-delimited.ts";
import {readCsv} from "./delimited/read-csv.ts";

/**
 * Delimited text with any delimiter, quote and encoding. What is small or odd is read here; the SQL engine reads what
 * is large, by the plan that is made of its beginning.
 */
export const csv: Format = {
  name: "csv",
  extensions: ["csv", "tsv", "tab", "psv", "ssv"],
  read: readCsv,
  plan: planDelimited
};

const DELIMITERS = ["\t", ";", "|", ","];
const MIN_LINES = 3;
const MAX_LINES = 50;

/** True where every one of the first lines has the same number of one delimiter: a table under another name. */
export function isDelimited(head: string): boolean {
  const lines = head
    .split(/\r\n|\n|\r/)
    .slice(0, -1)
    .filter((line) => line.trim() !== "");
  const sample = lines.slice(0, MAX_LINES);
  if (sample.length < MIN_LINES) return false;
  return DELIMITERS.some((delimiter) => {
    const count = sample[0]!.split(delimiter).length;
    return count > 1 && sample.every((line) => line.split(delimiter).length === count);
  });
}
