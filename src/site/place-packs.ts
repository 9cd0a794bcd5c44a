import {mkdir, readFile, readdir, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {PACK_FOLDER, readPacks} from "../workspace/packs/read-packs.ts";
import {LIB, NOTEBOOKS} from "./paths.ts";

/** The name of a pack's page; other pages keep away from it. */
const PACK_PAGE = /^pack-.+\.md$/;

/** Puts the packs where pages can fetch them, and the page of each among the notebooks; both are generated, never committed. */
export async function placePacks(): Promise<void> {
  const shelf = await readPacks(PACK_FOLDER);
  const pages = new Map(
    shelf.packs.flatMap(({name, hasPage}) =>
      hasPage ? [[`pack-${name}.md`, join(PACK_FOLDER, name, "page.md")]] : []
    )
  );
  await mkdir(LIB, {recursive: true});
  await writeChanged(join(LIB, "packs.json"), JSON.stringify(shelf));
  for (const [page, source] of pages)
    await writeChanged(join(NOTEBOOKS, page), await readFile(source, "utf8"));
  for (const name of await readdir(NOTEBOOKS))
    if (PACK_PAGE.test(name) && !pages.has(name)) await rm(join(NOTEBOOKS, name));
}

/** A preview reloads a file that is written, changed or not. */
async function writeChanged(file: string, text: string): Promise<void> {
  const before = await readFile(file, "utf8").catch(() => null);
  if (text !== before) await writeFile(file, text);
}
