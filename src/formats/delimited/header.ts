import {isNullWord} from "../../lib/null-words.ts";
import {isTyped, toCellKind} from "./cells.ts";
import type {ColumnProfile} from "./column-profile.ts";
import {fitsProfile} from "./column-profile.ts";

/** Longer texts name no column. */
const MAX_NAME_LENGTH = 120;

/**
 * Whether a row names the columns, by what differs between it and the rows below: text over numbers, a word over codes
 * of one make, a value that never comes again. Where nothing tells, a full row of different words is a header.
 */
export function isHeader(fields: readonly string[], profiles: readonly ColumnProfile[]): boolean {
  let evidence = 0;
  const isYears = areYears(fields);
  profiles.forEach((profile, i) => {
    const cell = (fields[i] ?? "").trim();
    const kind = toCellKind(cell);
    if (kind === "empty") return;
    if (isYears && YEAR.test(cell)) return;
    if (profile.kind !== undefined)
      evidence += isNullWord(cell) ? -0.5 : fitsProfile(profile, cell) ? -1 : 1;
    else if (profile.values.has(cell)) evidence -= 0.4;
    else if (isTyped(kind)) evidence -= 0.5;
    else if (profile.outlines && !fitsProfile(profile, cell)) evidence += 0.5;
  });
  if (evidence !== 0) return evidence > 0;
  return isYears || areNames(fields);
}

const MIN_YEARS = 3;
/** A text that is a year. */
export const YEAR = /^(?:19|20)\d\d$/;

/** Years that go up, or down, beside a name or two that are none, name columns. */
function areYears(fields: readonly string[]): boolean {
  const cells = fields.map((field) => field.trim()).filter((field) => field !== "");
  const years = cells.filter((cell) => YEAR.test(cell)).map(Number);
  if (years.length < MIN_YEARS || (years.length === fields.length && years.length <= MIN_YEARS))
    return false;
  const steps = years.slice(1).map((year, i) => year - years[i]!);
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

function areNames(fields: readonly string[]): boolean {
  const names = fields.map((field) => field.trim()).filter((name) => name !== "");
  return (
    names.length >= fields.length * 0.5 &&
    new Set(names.map((name) => name.toLowerCase())).size === names.length &&
    names.every((name) => name.length <= MAX_NAME_LENGTH && !isTyped(toCellKind(name)))
  );
}

/** A name for each column from the lines of a header: what stands one above the other is put together. */
export function joinNames(lines: readonly (readonly string[])[], width: number): string[] {
  const filled =
    lines.length > 1 ? lines.map((line, i) => fillGroups(line, lines.slice(i + 1))) : lines;
  return Array.from({length: width}, (_, i) =>
    filled
      .map((line) => (line[i] ?? "").replace(/\s+/g, " ").trim())
      .filter((name) => name !== "")
      .join(" ")
  );
}

/** The name of a group stands over its first column only; the others need it where they would have one name. */
function fillGroups(
  line: readonly string[],
  below: readonly (readonly string[])[]
): readonly string[] {
  const under = (i: number): string =>
    below
      .map((names) => names[i] ?? "")
      .join(" ")
      .trim();
  const names = line.map((_, i) => under(i));
  const isUnique =
    new Set(names.filter((name) => name !== "")).size ===
    names.filter((name) => name !== "").length;
  if (below.length === 0 || isUnique) return line;
  let group = "";
  return line.map((name, i) => {
    if (name.trim() !== "") group = name;
    return names[i] === "" ? name : group;
  });
}
