import type {ImportProgress} from "../src/index.ts";

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

/** Bytes are told in kilobytes, rows as they are. */
export function describeProgress(progress: ImportProgress | undefined): ProgressView {
  if (!progress) return {what: "Importing", noun: "", done: 0, total: 0};
  const {step, file, done, total} = progress;
  const what = `${VERBS[step]} ${file}`;
  if (step === "load") return {what, noun: "rows", done, total};
  return {
    what,
    noun: "kB",
    done: Math.round(done / BYTES_PER_KB),
    total: Math.round(total / BYTES_PER_KB)
  };
}
