import type {Problem} from "../model/problem.ts";
import type {Recipe} from "../model/recipe.ts";
import type {Reject} from "../model/table.ts";
import type {Cleaner} from "./cleaner.ts";
import type {Engine} from "./engine.ts";
import {toEngineMessage} from "./engine-message.ts";
import type {Source} from "./source.ts";
import type {Stage} from "./staged-source.ts";
import {TableLoader} from "./table-loader.ts";

const MAX_REJECTS = 1000;

/** A source's rows after a recipe's steps. */
export interface Cleaned {
  /** Undefined where the rows cannot be read. */
  readonly source: Source | undefined;
  readonly problems: readonly Problem[];
  readonly rejects: readonly Reject[];
}

/** Takes a source's rows through a recipe; they go to its target then, by its key. */
export async function cleanSource(
  engine: Engine,
  stage: Stage,
  cleaner: Cleaner,
  {source, recipe}: {source: Source; recipe: Recipe}
): Promise<Cleaned> {
  const {path} = source.origin;
  const problems: Problem[] = [];
  const note = (what: string): void => void problems.push({file: path, where: "", what});
  const place = await stage.reserve();
  const loader = new TableLoader(engine, {
    schema: place.schema,
    reread: () => Promise.resolve(undefined),
    onRefused: (_, what) => note(what)
  });
  const table = await loader.load({
    name: place.name,
    format: source.origin.format,
    connector: source.origin.connector,
    parts: [{file: path, source}]
  });
  const review = table && (await source.review?.());
  problems.push(...(review?.problems ?? []));
  const rejects = [...(review?.rejects ?? [])];
  if (!table) return {source: undefined, problems, rejects};
  const {columns} = table;
  try {
    const plan = await cleaner.plan(recipe, {relation: place.path, columns}, (sql) =>
      engine.describe(sql)
    );
    if (plan.failure !== null) note(`recipe ${recipe.name}: ${plan.failure}`);
    for (const sql of plan.rejects) {
      const rows = await engine.rows(`FROM (${sql}) LIMIT ${MAX_REJECTS - rejects.length}`);
      for (const {text, what} of rows)
        rejects.push({
          where: "",
          text: text as string,
          what: `recipe ${recipe.name}: ${what as string}`
        });
    }
    const cleaned = await stage.take(source.origin, {
      inner: source.inner,
      target: recipe.target,
      key: recipe.key,
      sql: plan.sql
    });
    await engine.run(`DROP TABLE ${place.path}`);
    return {source: cleaned, problems, rejects};
  } catch (error) {
    note(`recipe ${recipe.name} left out: ${toEngineMessage(error)}`);
    const plain = await stage.take(source.origin, {
      inner: source.inner,
      sql: `FROM ${place.path}`
    });
    return {source: plain, problems, rejects};
  }
}
