import type {LakeFile, LakeReject} from "../model/catalogue.ts";
import type {Problem} from "../model/problem.ts";
import type {KnownFile} from "./previous-lake.ts";
import type {FileReading} from "./read-tables.ts";
import type {RawFile} from "./scan.ts";
import {isTwinProblem} from "./twins.ts";

/** A file on its way into the lake. */
export interface FileState {
  readonly file: RawFile;
  /** As the previous lake has it, where it is still the same. */
  readonly known: KnownFile | undefined;
  /** What reading it gave, where it was read. */
  reading: FileReading | undefined;
  /** The file's SHA-256, where it was read; "" where it could not be. */
  sha256: Promise<string> | undefined;
  /** What was found out while its rows were loaded. */
  readonly problems: Problem[];
  readonly rejects: LakeReject[];
}

/** The file as the catalogue has it. */
export async function toLakeFile(
  {file, known, reading, sha256: print}: FileState,
  now: Date
): Promise<LakeFile> {
  const {path, bytes, modified} = file;
  if (!reading) {
    const {format, connector, sha256, compiled, details} = known!;
    return {path, format, connector, bytes, sha256, modified, compiled, details};
  }
  const sha256 = (await print) ?? "";
  const details = JSON.stringify(reading.details(), (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value
  );
  const {format, connector} = reading;
  return {path, format, connector, bytes, sha256, modified, compiled: now, details};
}

/** All that is wrong with a file. */
export function toFileProblems({known, reading, problems}: FileState): Problem[] {
  // which files are twins is found out anew each time
  const knownProblems = known?.problems.filter((problem) => !isTwinProblem(problem)) ?? [];
  return reading ? [...reading.problems, ...problems] : knownProblems;
}

/** All rows of a file that were refused. */
export function toFileRejects({file, known, reading, rejects}: FileState): LakeReject[] {
  if (!reading) return [...(known?.rejects ?? [])];
  return [...reading.rejects.map((reject) => ({...reject, file: file.path})), ...rejects];
}
