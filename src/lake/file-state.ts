import type {LakeFile} from "../model/catalogue.ts";
import type {Problem} from "../model/problem.ts";
import type {KnownFile} from "./previous-lake.ts";
import type {FileReading} from "./read-file.ts";
import type {RawFile} from "./scan.ts";
import {isTwinProblem} from "./twins.ts";

/** A file on its way into the lake. */
export interface FileState {
  readonly file: RawFile;
  /** As the previous lake has it, where it is still the same. */
  readonly known: KnownFile | undefined;
  /** What reading it gave, where it was read. */
  reading: FileReading | undefined;
  /** What was found out while its rows were loaded. */
  readonly problems: Problem[];
}

/** The file as the catalogue has it. */
export async function toLakeFile({file, known, reading}: FileState, now: Date): Promise<LakeFile> {
  const {path, bytes, modified} = file;
  if (!reading) {
    const {format, sha256, compiled, details} = known!;
    return {path, format, bytes, sha256, modified, compiled, details};
  }
  const {sha256} = await reading.fingerprint;
  const details = JSON.stringify(reading.details(), (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value
  );
  return {path, format: reading.format, bytes, sha256, modified, compiled: now, details};
}

/** All that is wrong with a file. */
export function toFileProblems({known, reading, problems}: FileState): Problem[] {
  // which files are twins is found out anew each time
  const knownProblems = known?.problems.filter((problem) => !isTwinProblem(problem)) ?? [];
  return reading ? [...reading.problems, ...problems] : knownProblems;
}
