import {createHash} from "node:crypto";
import {mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile} from "node:fs/promises";
import {dirname, extname, join} from "node:path";
import {FRAMEWORK_CACHE, LOADERS} from "./paths.ts";

const STATE_FILE = ".lakebook/loaders.json";

/** A file that makes an artefact, and what the artefact depends on. */
export interface Loader {
  /** The loader's file, and the name of its output. */
  readonly file: string;
  readonly output: string;
  /** Files, folders (`data/raw/**`) and other loaders' outputs. */
  readonly inputs: readonly string[];
}

/**
 * The loaders of a folder. A loader names its inputs in a comment, one `@input` a line, in whatever language it is
 * written; its own file is always one of them.
 */
export async function readLoaders(folder = LOADERS): Promise<Loader[]> {
  const names = (await readdir(folder)).filter(
    (name) => extname(extname(name) && name.slice(0, -extname(name).length)) !== ""
  );
  return Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const text = await readFile(file, "utf8");
      const inputs = Array.from(text.matchAll(/@input\s+(\S+)/g), (match) => match[1]!);
      return {file, output: name.slice(0, -extname(name).length), inputs: [file, ...inputs]};
    })
  );
}

/**
 * Drops the outputs that no longer fit their inputs, and those that depend on them, so that Framework makes them anew; the
 * others stay. Framework itself looks at a loader's own time stamp only: touching the loader is how a preview is told.
 * Returns the outputs dropped.
 */
export async function dropStaleOutputs(
  folder = LOADERS,
  cache = join(FRAMEWORK_CACHE, LOADERS),
  stateFile = STATE_FILE
): Promise<string[]> {
  const loaders = await readLoaders(folder);
  const before = await readState(stateFile);
  const prints = new Map<string, string>();
  for (const loader of loaders) prints.set(loader.output, await fingerprint(loader, loaders));
  const dropped: string[] = [];
  for (const {file, output} of loaders) {
    if (before[output] === prints.get(output)) continue;
    await rm(join(cache, output), {force: true});
    await touch(file);
    dropped.push(output);
  }
  if (dropped.length > 0) await writeState(stateFile, Object.fromEntries(prints));
  return dropped;
}

/** A hash of the names, sizes and times of everything that a loader's output depends on, other loaders' inputs among them. */
async function fingerprint(
  loader: Loader,
  loaders: readonly Loader[],
  seen: readonly string[] = []
): Promise<string> {
  if (seen.includes(loader.output))
    throw new Error(
      `loaders depend on each other in a circle: ${[...seen, loader.output].join(" → ")}`
    );
  const hash = createHash("sha256");
  for (const input of loader.inputs) {
    const other = loaders.find(({output}) => output === input);
    if (other) hash.update(await fingerprint(other, loaders, [...seen, loader.output]));
    else if (input === loader.file) hash.update(await readFile(input));
    else for (const line of await describe(input)) hash.update(`${line}\n`);
  }
  return hash.digest("hex");
}

/** The files that an input names, each with its size and time; none where there are none. */
async function describe(input: string): Promise<string[]> {
  const folder = input.endsWith("/**") ? input.slice(0, -3) : undefined;
  const paths = folder === undefined ? [input] : await listFiles(folder);
  const lines = paths.map(async (path) => {
    const info = await stat(path).catch(() => null);
    return info?.isFile() ? [`${path} ${info.size} ${info.mtimeMs}`] : [];
  });
  return (await Promise.all(lines)).flat();
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now);
}

async function readState(file: string): Promise<Record<string, string>> {
  const text = await readFile(file, "utf8").catch(() => "{}");
  return JSON.parse(text) as Record<string, string>;
}

async function writeState(file: string, state: Record<string, string>): Promise<void> {
  await mkdir(dirname(file), {recursive: true});
  await writeFile(`${file}.new`, JSON.stringify(state, null, 2));
  await rename(`${file}.new`, file);
}
