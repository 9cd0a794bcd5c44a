import {existsSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";

const require = createRequire(import.meta.url);

/** Where a package lies; not every package exports its package.json, so the folders are looked through. */
export function packageFolder(name: string): string {
  const folder = require.resolve
    .paths(name)
    ?.map((path) => join(path, name))
    .find((path) => existsSync(join(path, "package.json")));
  if (!folder) throw new Error(`package not installed: ${name}; run npm ci`);
  return folder;
}

export function packageVersion(name: string): string {
  const {version} = JSON.parse(readFileSync(join(packageFolder(name), "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}
