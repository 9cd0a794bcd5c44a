import {lstat, readlink, rm, symlink} from "node:fs/promises";
import {join, resolve} from "node:path";
import {LOADERS, NOTEBOOKS} from "./paths.ts";

/**
 * Framework sees only what lies below its root, so the loaders are linked into it (a junction on Windows, which needs no
 * rights). `data` is not: each Markdown note in the lake would become a page.
 */
export async function linkLoaders(): Promise<void> {
  const link = join(NOTEBOOKS, LOADERS);
  const target = resolve(LOADERS);
  const there = await lstat(link).catch(() => null);
  if (there?.isSymbolicLink() && resolve(NOTEBOOKS, await readlink(link)) === target) return;
  if (there) await rm(link, {recursive: true});
  await symlink(target, link, "junction");
}
