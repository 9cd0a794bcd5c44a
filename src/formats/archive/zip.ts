import {InputError} from "../../lib/errors.ts";
import type {ByteSource} from "../../model/bytes.ts";
import type {Expansion, Format} from "../../model/format.ts";
import type {Problem} from "../../model/problem.ts";
import {toRefusal} from "../refusal.ts";
import type {ArchivePlace} from "./member.ts";
import {ArchiveMember, LastUnpacked, toArchivePlace} from "./member.ts";
import {isLitter, toMemberPath} from "./member-path.ts";
import {refuseArchive} from "./refuse-archive.ts";
import type {ZipEntry} from "./zip-directory.ts";
import {haveOverlaps, readZipDirectory} from "./zip-directory.ts";
import {METHODS, unpackZipEntry} from "./zip-entry.ts";

/** Of members that are left out so many are named one by one. */
const MAX_NAMED = 100;

/**
 * ZIP archives. Members are found by the directory and unpacked when they are read, never to more bytes than it
 * says and the limits allow. What is encrypted, leads out of the archive or is a bomb is left out with a problem;
 * folders and what systems add (`__MACOSX`, `.DS_Store`) without one.
 */
export const zip: Format = {
  name: "zip",
  extensions: ["zip"],
  async expand(source, {path, signal}): Promise<Expansion> {
    const place = toArchivePlace(source);
    const {depth, members} = place.budget.limits;
    if (place.depth > depth) return refuseArchive(path, `archives nested more than ${depth} deep`);
    try {
      return expandEntries(await readZipDirectory(source, 2 * members), {source, place, path});
    } catch (error) {
      signal?.throwIfAborted();
      return refuseArchive(path, `zip archive cannot be read: ${toRefusal(error)}`);
    }
  }
};

function expandEntries(
  entries: readonly ZipEntry[],
  {source, place, path}: {source: ByteSource; place: ArchivePlace; path: string}
): Expansion {
  if (haveOverlaps(entries)) throw new InputError("its files lie over each other, as in a bomb");
  const last = new LastUnpacked();
  const members = new Map<string, ArchiveMember>();
  const problems: Problem[] = [];
  let left = 0;
  for (const entry of entries) {
    if (isLitter(entry.name)) continue;
    const note = (what: string): void => {
      if (++left <= MAX_NAMED) problems.push({file: path, where: toShown(entry.name), what});
    };
    const name = toMemberPath(entry.name);
    if (name === undefined) {
      note("left out: its path leads out of the archive");
      continue;
    }
    const refusal = toEntryRefusal(entry) ?? place.budget.toRefusal(entry.size, entry.packed);
    if (refusal !== undefined) {
      note(refusal);
      continue;
    }
    if (members.has(name)) note("stands there more than once: the last one was taken");
    place.budget.take(entry.size);
    members.set(
      name,
      new ArchiveMember({
        path: `${source.path}/${name}`,
        size: entry.size,
        place,
        last,
        unpack: () => unpackZipEntry(source, entry)
      })
    );
  }
  if (left > MAX_NAMED)
    problems.push({file: path, where: "", what: `${left - MAX_NAMED} more such problems`});
  if (members.size === 0 && problems.length === 0)
    problems.push({file: path, where: "", what: "archive is empty"});
  return {members: [...members.values()], problems};
}

function toEntryRefusal({isEncrypted, isLink, method, packed, size}: ZipEntry): string | undefined {
  if (isEncrypted) return "left out: it is encrypted with a password";
  if (isLink) return "left out: it is a link to another file";
  const {name, isReadable} = METHODS[method] ?? {name: `method ${method}`, isReadable: false};
  if (!isReadable) return `left out: it is packed by ${name}, which has no reader`;
  if (method === 0 && packed !== size) return "left out: it is broken, its sizes do not fit";
  return undefined;
}

function toShown(name: string): string {
  return name.replaceAll("\0", "\\0").slice(0, 200);
}
