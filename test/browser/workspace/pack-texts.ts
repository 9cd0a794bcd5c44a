import type {Pack} from "../../../src/model/pack.ts";
import {toPack} from "../../../src/workspace/packs/to-pack.ts";

const TEXTS = import.meta.glob<string>("/data/packs/*/**/*.{json,md}", {
  query: "?raw",
  import: "default",
  eager: true
});
const ROOT = "/data/packs/";

/** The texts of a pack that Lakebook brings, by their path in its folder. */
export function readTexts(name: string): Map<string, string> {
  const folder = `${ROOT}${name}/`;
  const files = Object.entries(TEXTS).filter(([path]) => path.startsWith(folder));
  return new Map(files.map(([path, text]) => [path.slice(folder.length), text]));
}

/** Packs that Lakebook brings, in this order; what one requires comes before it. */
export function readPacks(...names: string[]): Pack[] {
  const packs = new Map<string, Pack>();
  for (const name of names) {
    const {pack, problems} = toPack({name, path: name, files: readTexts(name)}, packs);
    if (!pack) throw new Error(JSON.stringify(problems));
    packs.set(name, pack);
  }
  return [...packs.values()];
}

/** The SQL of a page's cells, by id; what it takes from other cells is `values`, by the expression. */
export function readQueries(
  page: string,
  values: Readonly<Record<string, string>>
): Map<string, string> {
  const cells = page.matchAll(/^```sql id=(\w+)\n([^]*?)^```/gm);
  return new Map(
    Array.from(cells, ([, id, sql]) => [
      id!,
      sql!.replace(/\$\{([^}]*)\}/g, (whole, expression: string) => values[expression] ?? whole)
    ])
  );
}
