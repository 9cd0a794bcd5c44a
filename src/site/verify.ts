import {existsSync} from "node:fs";
import {readFile, readdir} from "node:fs/promises";
import {dirname, join} from "node:path";

const REFERENCE = /(?:\b(?:src|href)=|\bfrom |\bimport\(|\bimport )"(\.{1,2}\/[^"#?]*)/g;

/**
 * What is wrong with a built site: cells that did not compile, which Framework reports in the page and nowhere else, and
 * files that a page refers to and that are not there.
 */
export async function findFaults(dist: string): Promise<string[]> {
  const names = await readdir(dist, {recursive: true});
  const faults = names
    .filter((name) => name.endsWith(".html"))
    .map(async (name) => findPageFaults(dist, name));
  return (await Promise.all(faults)).flat();
}

async function findPageFaults(dist: string, name: string): Promise<string[]> {
  // code that is shown is no code of the page
  const html = (await readFile(join(dist, name), "utf8")).replace(/<pre[\s\S]*?<\/pre>/g, "");
  const references = new Set(Array.from(html.matchAll(REFERENCE), (match) => match[1]!));
  const missing = [...references].filter((path) => !exists(join(dist, dirname(name), path)));
  return [
    ...(html.includes("observablehq--error")
      ? [`${name}: a cell does not compile; open the page to see which`]
      : []),
    ...missing.map((path) => `${name}: refers to ${path}, which is not there`)
  ];
}

/** A page may be linked without its extension, or as a folder. */
function exists(path: string): boolean {
  return [path, `${path}.html`, join(path, "index.html")].some((candidate) =>
    existsSync(decodeURI(candidate))
  );
}
