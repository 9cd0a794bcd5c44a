import {cp, stat} from "node:fs/promises";
import {basename, join, resolve} from "node:path";
import {parseArgs} from "node:util";
import {InputError} from "../lib/errors.ts";
import type {Pack} from "../model/pack.ts";
import type {Problem} from "../model/problem.ts";
import {openCurated} from "../workspace/curated/curated.ts";
import {toNodeFolder} from "../workspace/curated/node-folder.ts";
import {curatePack} from "../workspace/packs/curate-pack.ts";
import {withRequired} from "../workspace/packs/packs.ts";
import {PACK_FOLDER, readFolder, readPacks} from "../workspace/packs/read-packs.ts";
import {toPack} from "../workspace/packs/to-pack.ts";
import type {Command} from "./command.ts";

const DEFAULT_OUT = "data/curated";

/** `pack`: ready-made packs of types, edge kinds and sample entries. */
export const packCommand: Command = {
  name: "pack",
  summary: "packs of types, edge kinds and sample entries: list, check, add",
  usage: `
usage: lakebook pack list [--json]
       lakebook pack check FOLDER
       lakebook pack add NAME|FOLDER [--samples] [--out FOLDER] [--json]

Packs lie in ${PACK_FOLDER}, one folder each; its README says how to write one.

  list   the packs that are there, with what is in them
  check  what is wrong in a folder, by file and place
  add    writes a pack's types and edge kinds, and those of packs that it requires, as text. What is there
         already stays as it is; adding twice changes nothing. A folder is checked, and copied into
         ${PACK_FOLDER}, so that the pages offer it too

  --samples     its sample entries too, tagged sample:NAME
  --out FOLDER  where curated text lies (default: ${DEFAULT_OUT})
  --json        the result as JSON

  lakebook pack add home --samples`,

  async run(args) {
    const {values, positionals} = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: {type: "boolean", default: false},
        samples: {type: "boolean", default: false},
        out: {type: "string", default: DEFAULT_OUT}
      }
    });
    const [verb, target] = positionals;
    if (verb === "list" && positionals.length === 1) return listPacks(values);
    if (verb === "check" && positionals.length === 2) return checkFolder(target!);
    if (verb === "add" && positionals.length === 2) return add(target!, values);
    process.stderr.write(`${this.usage.trim()}\n`);
    return 2;
  }
};

async function listPacks({json}: {json: boolean}): Promise<number> {
  const {packs, problems} = await readPacks();
  tellProblems(problems);
  const rows = packs.map((pack) => ({
    name: pack.name,
    version: pack.version,
    label: pack.label,
    types: pack.types.length,
    kinds: pack.kinds.length,
    entries: pack.entries.length,
    requires: pack.requires
  }));
  const lines = rows.map(
    ({name, version, label, types, kinds, entries}) =>
      `${name.padEnd(12)}${`v${version}`.padEnd(5)}${label} (types ${types}, edge kinds ${kinds}, sample entries ${entries})`
  );
  process.stdout.write(`${json ? JSON.stringify(rows, null, 2) : lines.join("\n")}\n`);
  return 0;
}

async function checkFolder(path: string): Promise<number> {
  const pack = await readOne(path);
  process.stdout.write(`${pack.name}: nothing is wrong\n`);
  return 0;
}

async function add(
  target: string,
  {samples, out, json}: {samples: boolean; out: string; json: boolean}
): Promise<number> {
  const isFolder = await stat(join(target, "pack.json")).then(
    () => true,
    () => false
  );
  const name = isFolder ? await copyPack(target) : target;
  const {packs, problems} = await readPacks();
  if (!packs.some((pack) => pack.name === name)) tellProblems(problems);
  const curated = await openCurated(toNodeFolder(out));
  const added = withRequired(name, packs).map((pack) => {
    const {types, kinds, entries} = curatePack(curated, pack, {samples});
    return {pack: pack.name, types: types.length, kinds: kinds.length, entries: entries.length};
  });
  await curated.save();
  const lines = added.map(
    ({pack, types, kinds, entries}) =>
      `${pack}: ${types} types, ${kinds} edge kinds, ${entries} sample entries → ${out}`
  );
  process.stdout.write(`${json ? JSON.stringify(added, null, 2) : lines.join("\n")}\n`);
  return 0;
}

/** Puts a folder that is well among the packs. Throws `InputError` where another pack has its name. */
async function copyPack(path: string): Promise<string> {
  const {name} = await readOne(path);
  const place = join(PACK_FOLDER, name);
  if (resolve(path) === resolve(place)) return name;
  const isTaken = await stat(place).then(
    () => true,
    () => false
  );
  if (isTaken)
    throw new InputError(
      `pack is there already: ${place}; give yours another name, or remove it first`
    );
  await cp(path, place, {recursive: true});
  return name;
}

/** The pack of a folder. Throws `InputError` with all that is wrong in it. */
async function readOne(path: string): Promise<Pack> {
  const {packs} = await readPacks();
  const folder = await readFolder(path);
  const {pack, problems} = toPack(folder, new Map(packs.map((one) => [one.name, one])));
  if (pack) return pack;
  tellProblems(problems);
  throw new InputError(
    `pack has problems: ${basename(resolve(path))} (${problems.length}, see above)`
  );
}

function tellProblems(problems: readonly Problem[]): void {
  for (const {file, where, what} of problems)
    process.stderr.write(`${file}: ${where === "" ? "" : `${where}: `}${what}\n`);
}
