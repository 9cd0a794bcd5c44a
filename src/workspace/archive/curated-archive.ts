import {InputError} from "../../lib/errors.ts";
import {omit} from "../../lib/omit.ts";
import type {LoadMode} from "../../store/archive-judge.ts";
import type {ArchivedTable} from "../../store/archive-tables.ts";
import {checkRow} from "../../store/archive-tables.ts";
import type {Folder} from "../curated/folder.ts";
import {CURATED_FOLDERS} from "../curated/layout.ts";
import {readCurated} from "../curated/read-curated.ts";
import type {CuratedRecords} from "../curated/records.ts";
import {writeCurated} from "../curated/write-curated.ts";
import {toCuratedParts} from "./curated-parts.ts";
import {listBytes, toBytesPath, toRecordsPath} from "./layout.ts";
import type {ArchiveManifest} from "./manifest.ts";
import type {CuratedCounts} from "./merge-curated.ts";
import {mergeCurated} from "./merge-curated.ts";
import type {OpenArchive} from "./open-archive.ts";
import {writeArchive} from "./write-archive.ts";

/** A folder of curated records as an archive, in pieces. */
export async function* exportCurated(folder: Folder): AsyncGenerator<Uint8Array, ArchiveManifest> {
  return yield* writeArchive(toCuratedParts(await readCurated(folder), folder));
}

/** Brings an archive that was proven into a folder of curated records; `isDry` counts only. */
export async function importCurated(
  archive: OpenArchive,
  folder: Folder,
  {mode, isDry = false}: {mode: LoadMode; isDry?: boolean}
): Promise<CuratedCounts> {
  const here = await readCurated(folder);
  const {records, counts} = mergeCurated(here, await readArchived(archive), mode);
  refuseCollisions(records);
  if (isDry) return counts;
  // bytes first: a record never names what is not there yet
  for (const sha256 of listBytes(archive.manifest, "attachments")) {
    const path = `${CURATED_FOLDERS.attachments}/${sha256}`;
    if (!(await folder.open(path)))
      await folder.write(path, archive.bytes(toBytesPath("attachments", sha256)));
  }
  await writeCurated(folder, records);
  return counts;
}

/** The records of an archive, as they are now: its history stays in it, and git has that of a folder. */
export async function readArchived(archive: OpenArchive): Promise<CuratedRecords> {
  const read = async <T>(table: ArchivedTable): Promise<T[]> => {
    const all: T[] = [];
    for await (const rows of archive.records(toRecordsPath(table)))
      for (const row of rows) all.push(omit(checkRow(table, row), ["base"]) as T);
    return all;
  };
  return {
    types: await read("types"),
    kinds: await read("kinds"),
    views: await read("views"),
    entries: await read("entries"),
    edges: await read("edges"),
    slugs: await read("slugs")
  };
}

function refuseCollisions({entries}: CuratedRecords): void {
  const owners = new Map<string, string>();
  for (const {type, slug, title} of entries) {
    const address = `${type}/${slug}`;
    const other = owners.get(address);
    if (other !== undefined)
      throw new InputError(
        `two entries have one address: ${address} ("${other}" and "${title}"); rename one of them, or import with --replace (nothing was changed)`
      );
    owners.set(address, title);
  }
}
