import type {Column} from "../model/column.ts";
import type {Problem} from "../model/problem.ts";
import type {Recipe} from "../model/recipe.ts";

/** A file, as far as recipes look at it before it is read. */
export interface FileFacts {
  readonly path: string;
  readonly format: string;
  readonly connector: string | null;
}

/** A table in a file, as far as recipes look at it. */
export interface TableFacts extends FileFacts {
  readonly inner: string;
  readonly columns: readonly string[];
}

/** The SQL of a recipe's steps. */
export interface CleaningPlan {
  readonly sql: string;
  /** Queries that give the rows that a step refuses, in columns `text` and `what`. */
  readonly rejects: readonly string[];
  /** Why not all steps can be applied; `sql` then does those before. */
  readonly failure: string | null;
}

/** The recipes of a lake, as the reader uses them. */
export interface Cleaner {
  /** The recipes that may be for a file and say how it is to be parsed, best first. */
  forFile(file: FileFacts): readonly Recipe[];
  /** The recipe that is for a table. */
  forTable(table: TableFacts): Recipe | undefined;
  plan(
    recipe: Recipe,
    source: {readonly relation: string; readonly columns: readonly Column[]},
    describe: (sql: string) => Promise<Column[]>
  ): Promise<CleaningPlan>;
}

/** A recipe's document in the lake. */
export interface RecipeDocument {
  readonly path: string;
  readonly text: string;
}

/** The recipes of these documents; one that is none is a problem. */
export type ToCleaner = (documents: readonly RecipeDocument[]) => {
  readonly cleaner: Cleaner;
  readonly problems: readonly Problem[];
};
