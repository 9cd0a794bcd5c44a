import {zipSync} from "fflate";
import {InputError} from "../../lib/errors.ts";
import {toByteSource} from "../../model/bytes.ts";
import {joinBytes} from "../archive/join-bytes.ts";
import {ARCHIVE_LIMITS, ArchiveBudget, toMegabytes} from "../archive/limits.ts";
import {readZipDirectory} from "../archive/zip-directory.ts";
import {unpackZipEntry} from "../archive/zip-entry.ts";
import type {OdsNotes} from "./ods.ts";
import {checkOds, isOds} from "./ods.ts";
import {unlinkCells} from "./unlink-cells.ts";

/** Cells take eight times as much memory as the XML that they are read from (measured: 830 MB for 100 MB). */
const MAX_UNPACKED_BYTES = 100 * 2 ** 20;
/** Pictures, macros and the like are no cells. */
const PART = /^mimetype$|\.(?:xml|rels|bin)$/i;
/** The library reads these for no value in a cell, and may take long; it must find something under their names. */
const EMPTIED = /(?:^|\/)(?:calcChain|metadata|vbaProject)\.(?:xml|bin)$/i;
/** The library insists on a part that a spreadsheet may lack. */
const NO_STYLES = new TextEncoder().encode("<styles/>");

/**
 * A workbook of today, a ZIP archive of XML, packed anew without packing: the library that reads it unpacks whatever
 * it is given, to any size. Throws `InputError` where it is too large, a bomb, broken, or has a password.
 */
export async function unpackWorkbook(
  bytes: Uint8Array
): Promise<{bytes: Uint8Array; notes?: OdsNotes}> {
  const parts = await unpackParts(bytes);
  if (!isOds(parts)) {
    for (const [name, part] of Object.entries(parts)) if (/\.xml$/i.test(name)) unlinkCells(part);
    return {bytes: zipSync(parts, {level: 0})};
  }
  const notes = checkOds(parts);
  return {bytes: zipSync({"styles.xml": NO_STYLES, ...parts}, {level: 0}), notes};
}

async function unpackParts(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const source = toByteSource("", bytes);
  const budget = new ArchiveBudget({...ARCHIVE_LIMITS, bytes: MAX_UNPACKED_BYTES});
  const parts: Record<string, Uint8Array> = {};
  for (const entry of await readZipDirectory(source, ARCHIVE_LIMITS.members)) {
    if (!PART.test(entry.name)) continue;
    if (entry.isEncrypted) throw new InputError("it is encrypted with a password");
    const name = entry.name.replaceAll("\\", "/");
    if (EMPTIED.test(name)) {
      parts[name] = new Uint8Array();
      continue;
    }
    if (budget.toRefusal(entry.size, entry.packed) !== undefined)
      throw new InputError(
        `it unpacks to more than ${toMegabytes(MAX_UNPACKED_BYTES)}, or is a bomb: save it as CSV`
      );
    budget.take(entry.size);
    parts[name] = await joinBytes(unpackZipEntry(source, entry), entry.size);
  }
  return parts;
}
