import type {ImportProgress} from "../src/index.ts";
import {formatCount} from "./format-value.ts";

/** What `lb-progress` shows of an import. */
export interface ProgressView {
  readonly what: string;
  readonly noun: string;
  readonly done: number;
  readonly total: number;
}

const VERBS: Readonly<Record<ImportProgress["step"], string>> = {
  read: "Reading",
  hash: "Looking whether it is known",
  copy: "Keeping",
  load: "Importing"
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
  const what = `${VERBS[step]} ${file}${count}`;
  if (step === "load") return {what, noun: "rows", done, total};
  return {
    what,
    noun: "kB",
    done: Math.round(done / BYTES_PER_KB),
    total: Math.round(total / BYTES_PER_KB)
  };
}
