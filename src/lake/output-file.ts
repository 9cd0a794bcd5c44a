import {randomBytes} from "node:crypto";
import {mkdirSync, readdirSync, renameSync, rmSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {UnavailableError, toMessage} from "../lib/errors.ts";

/** What a build that was killed leaves beside its output: the file, its log, its working folder. */
const LEFTOVER = /\.(\d+)-[0-9a-f]{8}\.(?:tmp|tmp\.wal|work)$/;

/** A file that is written under another name and takes its place when it is whole. */
export interface OutputFile {
  /** Where it is written. */
  readonly temporary: string;
  /** A folder for whatever else must be written. */
  readonly work: string;
  /** Puts it in its place. */
  commit(): void;
  /** Removes all that is left of the writing. */
  discard(): void;
}

/** Begins to write `out`. Throws `UnavailableError` where its folder cannot be had. */
export function beginOutput(out: string): OutputFile {
  const folder = dirname(out);
  try {
    mkdirSync(folder, {recursive: true});
    removeLeftovers(folder, basename(out));
    const stem = `${out}.${process.pid}-${randomBytes(4).toString("hex")}`;
    const temporary = `${stem}.tmp`;
    const work = `${stem}.work`;
    mkdirSync(work);
    return {
      temporary,
      work,
      commit: () => renameSync(temporary, out),
      discard() {
        for (const path of [temporary, `${temporary}.wal`, work])
          rmSync(path, {recursive: true, force: true});
      }
    };
  } catch (error) {
    throw new UnavailableError(`lake cannot be written: ${out} (${toMessage(error)})`, {
      cause: error
    });
  }
}

function removeLeftovers(folder: string, name: string): void {
  for (const entry of readdirSync(folder)) {
    const pid = entry.startsWith(`${name}.`) ? LEFTOVER.exec(entry)?.[1] : undefined;
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(folder, entry), {recursive: true, force: true});
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
