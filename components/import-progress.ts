import type {ImportProgress} from "../src/index.ts";
import {formatCount} from "./format-value.ts";

/** What `lb-progress` shows of an import. */
export interface ProgressView {
  readonly what: string;
  readonly noun: string;
  readonly done: number;
  readonly total: number;
}

const STEPS: Readonly<Record<ImportProgress["step"], (file: string) => string>> = {
  read: (file) => `Reading ${file}`,
  hash: (file) => `Looking whether ${file} is known`,
  copy: (file) => `Keeping ${file}`,
  load: (file) => `Importing ${file}`
};
const BYTES_PER_KB = 1000;

/** Bytes are told in kilobytes, rows as they are; of several files (`paths`) also which one it is. */
export function describeProgress(
  progress: ImportProgress | undefined,
  paths: readonly string[] = []
): ProgressView {
  if (!progress) return {what: "Importing", noun: "", done: 0, total: 0};
  const {step, file, done, total} = progress;
  const place = paths.indexOf(file) + 1;
  const count =
    place > 0 && paths.length > 1
      ? `, file ${formatCount(place)} of ${formatCount(paths.length)}`
      : "";
  const what = STEPS[step](file) + count;
  if (step === "load") return {what, noun: "rows", done, total};
  return {
    what,
    noun: "kB",
    done: Math.round(done / BYTES_PER_KB),
    total: Math.round(total / BYTES_PER_KB)
  };
}
