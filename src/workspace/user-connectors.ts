import {createHash} from "node:crypto";
import {readFile, readdir, stat} from "node:fs/promises";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {CONNECTORS} from "../connectors/connectors.ts";
import {createDetect} from "../connectors/detect.ts";
import {toConnectors} from "../connectors/user.ts";
import {toMessage} from "../lib/errors.ts";
import type {Connector, Detect} from "../model/format.ts";
import type {Problem} from "../model/problem.ts";

/** Where a user's own connectors lie. */
export const CONNECTOR_FOLDER = "data/connectors";
const MODULE = /^(?!.*\.(?:test|example|d)\.[cm]?[jt]s$).+\.[cm]?[jt]s$/;

/** What the modules of a folder gave; a broken one is a problem that names the file, and the others are there. */
export interface UserConnectors {
  readonly connectors: readonly Connector[];
  /** Those of `recognise` come in while files are looked at. */
  readonly problems: Problem[];
}

/** How files are known with a user's own connectors before those that Lakebook brings. In Node only. */
export async function openConnectors(
  folder = CONNECTOR_FOLDER
): Promise<{detect: Detect; problems: Problem[]; version: string}> {
  const {connectors, problems} = await loadUserConnectors(folder);
  const version = await hashModules(folder);
  return {detect: createDetect([...connectors, ...CONNECTORS]), problems, version};
}

/** Changes when a module of the folder does. */
async function hashModules(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of await listModules(folder))
    hash.update(name).update(await readFile(join(folder, name)));
  return hash.digest("hex");
}

/**
 * Loads the modules of a folder, in the order of their names: `.js` and `.mjs`, and `.ts` where Node can read it, as it
 * can under tsx. A folder that is not there holds none. A module runs with all rights of this process: it is the
 * user's own code.
 */
export async function loadUserConnectors(folder: string): Promise<UserConnectors> {
  const connectors: Connector[] = [];
  const problems: Problem[] = [];
  for (const name of await listModules(folder)) {
    const file = join(folder, name).replaceAll("\\", "/");
    const note = (what: string): void => {
      if (!problems.some((problem) => problem.file === file && problem.what === what))
        problems.push({file, where: "", what});
    };
    try {
      const found = toConnectors(await load(resolve(folder, name)), {file, onFault: note});
      for (const connector of found) {
        if (connectors.some((other) => other.name === connector.name))
          note(`connector left out, its name is taken: ${connector.name}`);
        else connectors.push(connector);
      }
    } catch (error) {
      note(`connector cannot be loaded: ${toMessage(error)}`);
    }
  }
  return {connectors, problems};
}

async function listModules(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names.filter((name) => MODULE.test(name)).sort();
}

/** The time of the last change is part of the address: Node loads a module once for each. */
async function load(path: string): Promise<unknown> {
  const {mtimeMs} = await stat(path);
  return import(/* @vite-ignore */ `${pathToFileURL(path).href}?changed=${mtimeMs}`);
}
