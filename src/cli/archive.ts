import {rm} from "node:fs/promises";
import {parseArgs} from "node:util";
import {InputError} from "../lib/errors.ts";
import {exportCurated, importCurated} from "../workspace/archive/curated-archive.ts";
import type {ArchiveManifest} from "../workspace/archive/manifest.ts";
import type {CuratedCounts} from "../workspace/archive/merge-curated.ts";
import type {OpenArchive} from "../workspace/archive/open-archive.ts";
import {openArchive} from "../workspace/archive/open-archive.ts";
import {openFile, toNodeFolder, writeWhole} from "../workspace/curated/node-folder.ts";
import type {Command} from "./command.ts";

const DEFAULT_CURATED = "data/curated";
const ACTIONS = ["export", "import", "verify"] as const;

/** `archive`: the workspace as one file, without a browser. */
export const archiveCommand: Command = {
  name: "archive",
  summary: "the workspace as one file: export, import, verify",
  usage: `
usage: lakebook archive export|import|verify FILE [--curated DIR] [--replace] [--dry-run] [--json]

  export  writes a folder of curated records as one archive, and reads it again to prove it
  import  proves an archive, be it from a browser or from here, and brings its records into the folder: what is new,
          and of what is in both the version that was changed later. Its history stays in the archive
  verify  reads all of an archive and holds it against its checksums

  --curated DIR  the folder of curated records (default: ${DEFAULT_CURATED})
  --replace      import: leaves only what is in the archive
  --dry-run      import: counts, and writes nothing
  --json         the result as one JSON object`,

  async run(args) {
    const {values, positionals} = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        curated: {type: "string", default: DEFAULT_CURATED},
        replace: {type: "boolean", default: false},
        "dry-run": {type: "boolean", default: false},
        json: {type: "boolean", default: false}
      }
    });
    const [name, file] = positionals;
    const action = ACTIONS.find((one) => one === name);
    if (!action || file === undefined || positionals.length > 2) {
      process.stderr.write(
        `archive takes ${ACTIONS.join(", ")} and one file\n\n${this.usage.trim()}\n`
      );
      return 2;
    }
    const folder = toNodeFolder(values.curated);
    if (action === "export") await writeProven(file, exportCurated(folder));
    const archive = await prove(file);
    const counts =
      action === "import"
        ? await importCurated(archive, folder, {
            mode: values.replace ? "replace" : "merge",
            isDry: values["dry-run"]
          })
        : undefined;
    const result = counts ? toImportLines(counts) : toManifestLines(archive.manifest);
    process.stdout.write(
      values.json
        ? `${JSON.stringify(counts ?? archive.manifest)}\n`
        : result.map((line) => `${line}\n`).join("")
    );
    return 0;
  }
};

async function prove(file: string): Promise<OpenArchive> {
  const source = await openFile(file);
  if (!source) throw new InputError(`file not found: ${file}`);
  const archive = await openArchive(source);
  await archive.verify();
  return archive;
}

/** Writes an archive; one that does not hold is not left behind. */
async function writeProven(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  await writeWhole(file, pieces);
  try {
    await prove(file);
  } catch (error) {
    await rm(file, {force: true});
    throw error;
  }
}

function toManifestLines({files}: ArchiveManifest): string[] {
  const count = (value: number): string => value.toLocaleString("en-US");
  const lines = Object.entries(files).flatMap(([path, {records}]) =>
    records === undefined ? [] : [`${path}: ${count(records)} records`]
  );
  const bytes = Object.values(files).filter(({records}) => records === undefined);
  return [...lines, `${count(bytes.length)} files of entries and imports`, "every checksum fits"];
}

function toImportLines(counts: CuratedCounts): string[] {
  return Object.entries(counts).map(
    ([table, {added, changed, unchanged, older, removed}]) =>
      `${table}: ${added} new, ${changed} changed, ${unchanged} the same, ${older} older than here, ${removed} removed`
  );
}
