import type {
  AlikeRows,
  Batch,
  Comparison,
  FileAccess,
  ImportFile,
  ImportItem,
  Imports,
  ImportSession,
  InPlaceTable,
  KeptFile,
  Recipe,
  Reject,
  Rollback,
  Row,
  Workspace
} from "../../../src/index.ts";
import {InputError, QueryResult, toColumnReader} from "../../../src/index.ts";
import {SessionDouble} from "./import-session-double.ts";

interface BatchRows extends Batch {
  readonly rows: readonly Row[];
}

const DIFFERENCES = new QueryResult({
  fields: [
    {name: "_change", type: "VARCHAR"},
    {name: "id", type: "VARCHAR"},
    {name: "amount", type: "BIGINT"},
    {name: "amount (before)", type: "BIGINT"},
    {name: "city", type: "VARCHAR"},
    {name: "city (before)", type: "VARCHAR"}
  ],
  readers: [
    ["added", "removed", "changed", "changed"],
    ["4", "3", "1", "2"],
    [40, null, 11, 21],
    [null, 30, 10, 20],
    ["Graz", null, "Porto", "Bergen"],
    [null, "Oslo", "Porto", "Bergen"]
  ].map(toColumnReader)
});

/** Imports as the contract has them, in memory and over small delimited files: what the tests of elements stand on. */
export interface ImportsDouble extends Imports {
  readonly sessions: readonly SessionDouble[];
}

const toKey = (row: Row, key: readonly string[]): string =>
  JSON.stringify(key.length === 0 ? Object.values(row) : key.map((name) => row[name]));

/** The rows of a table, by key: the batches that count, one after the other. */
function fold(batches: readonly BatchRows[], target: string): Map<string, Row> {
  const counting = batches.filter((batch) => batch.target === target && batch.rolledBack === null);
  return new Map(
    counting.flatMap(({rows, recipe}) => rows.map((row) => [toKey(row, recipe.key), row] as const))
  );
}

export function createImportsDouble(saved: readonly Recipe[] = []): ImportsDouble {
  let batches: BatchRows[] = [];
  let recipes = [...saved];
  let files: KeptFile[] = [];
  let inPlace: InPlaceTable[] = [];
  const sessions: SessionDouble[] = [];
  let access: FileAccess = "prompt";
  const listeners = new Set<() => void>();
  const change = (): void => listeners.forEach((listener) => listener());

  const countRows = (
    target: string,
    key: readonly string[],
    rows: readonly Row[]
  ): Batch["counts"] => {
    const there = fold(batches, target);
    const former = rows.map((row) => there.get(toKey(row, key)));
    const isSame = (row: Row | undefined, i: number): boolean =>
      JSON.stringify(row) === JSON.stringify(rows[i]);
    const known = former.filter((row) => row !== undefined).length;
    const unchanged = former.filter((row, i) => row !== undefined && isSame(row, i)).length;
    return {added: rows.length - known, changed: known - unchanged, unchanged, refused: 0};
  };

  const addBatch = (item: ImportItem, rows: readonly Row[]): void => {
    const {recipe} = item;
    const at = 1_700_000_000_000 + batches.length * 60_000;
    const sha256 = `${String(files.length + 1).padStart(2, "0")}${"ab".repeat(31)}`;
    const file = {sha256, path: item.file};
    files = [...files, {...file, bytes: item.bytes, modified: at, added: at, kept: "copy"}];
    const rest = {file, inner: "", target: recipe.target, recipe, at};
    if (item.mode === "in-place") inPlace = [...inPlace, rest];
    else {
      const refused = item.rejects.length;
      const counts = {...countRows(recipe.target, recipe.key, rows), refused};
      batches = [
        ...batches,
        {...rest, id: `batch-${batches.length + 1}`, counts, rolledBack: null, rows}
      ];
    }
  };

  const planRollback = (id: string): Rollback => {
    const batch = batches.find((one) => one.id === id)!;
    const before = fold(batches, batch.target);
    const after = fold(
      batches.filter((one) => one.id !== id),
      batch.target
    );
    const rows = [...new Map(batch.rows.map((row) => [toKey(row, batch.recipe.key), row]))];
    const kept = rows.filter(([key, row]) => before.get(key) !== row).map(([key]) => key);
    const own = rows.filter(([key]) => !kept.includes(key));
    return {
      batch: id,
      removed: own.filter(([key]) => !after.has(key)).length,
      restored: own.filter(([key]) => after.has(key)).length,
      kept: kept.length,
      keptKeys: kept.map((key) => (JSON.parse(key) as unknown[]).map(String))
    };
  };

  const setRolledBack = (id: string, rolledBack: number | null): void => {
    batches = batches.map((batch) => (batch.id === id ? {...batch, rolledBack} : batch));
    change();
  };

  return {
    sessions,
    async open(given: readonly ImportFile[]): Promise<ImportSession> {
      const session = new SessionDouble({
        recipes,
        countRows,
        hasTable: (target) => batches.some((batch) => batch.target === target),
        add: (items) => {
          const count = batches.length;
          for (const {item, rows} of items) addBatch(item, rows);
          change();
          return batches.slice(count);
        }
      });
      for (const file of given) await session.add(file);
      sessions.push(session);
      return session;
    },
    batches: () => Promise.resolve(batches.toReversed()),
    planRollback: (id) => Promise.resolve(planRollback(id)),
    rollback: (id) => {
      const plan = planRollback(id);
      setRolledBack(id, Date.now());
      return Promise.resolve(plan);
    },
    restore: (id) => Promise.resolve(setRolledBack(id, null)),
    rejects: (): Promise<Reject[]> =>
      Promise.resolve([{where: "line 4", text: "a;b;c!", what: "3 values where 2 belong"}]),
    tables: () => {
      const counting = batches.filter(({rolledBack}) => rolledBack === null);
      const names = [...new Set(counting.map(({target}) => target))];
      return Promise.resolve(
        names.map((name) => {
          const own = counting.filter(({target}) => target === name);
          return {
            name,
            kind: "import",
            columns: [],
            rows: fold(batches, name).size,
            files: own.map(({file}) => file),
            batches: own.length
          };
        })
      );
    },
    access: () => Promise.resolve(access),
    requestAccess: () => Promise.resolve((access = "granted")),
    inPlace: () => Promise.resolve(inPlace),
    removeInPlace: (target) => {
      inPlace = inPlace.filter((table) => table.target !== target);
      return Promise.resolve(change());
    },
    files: () => Promise.resolve(files),
    removeFile: (sha256) => {
      if (batches.some(({file}) => file.sha256 === sha256))
        return Promise.reject(new InputError("1 batch needs it: roll it back first"));
      files = files.filter((file) => file.sha256 !== sha256);
      return Promise.resolve(change());
    },
    recipes: () => Promise.resolve(recipes),
    saveRecipe: (given) => {
      const recipe = given as Recipe;
      if (!recipe.target)
        return Promise.reject(new InputError("target: expected a name, got nothing"));
      const next = {...recipe, id: recipe.id || `recipe-${recipes.length + 1}`};
      recipes = [...recipes.filter(({id}) => id !== next.id), next];
      change();
      return Promise.resolve(next);
    },
    removeRecipe: (id) => {
      recipes = recipes.filter((recipe) => recipe.id !== id);
      return Promise.resolve(change());
    },
    compare: (): Promise<Comparison> =>
      Promise.resolve({
        columnsAdded: [],
        columnsRemoved: ["note"],
        added: 1,
        removed: 1,
        changed: 2,
        same: 7,
        rows: DIFFERENCES
      }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    }
  };
}

/** A new row that looks like one that is there. */
export const ALIKE: AlikeRows = {
  columns: ["id", "city", "amount"],
  names: 1,
  rows: Array.from({length: 11}, (_, i) => ({
    probability: i === 0 ? 0.9999 : 0.8,
    known: ["1", "Graz", "31"],
    fresh: [`${9 + i}`, "Gratz", "31"]
  }))
};

/** A workspace that has nothing but imports, and one row that looks like another. */
export function toWorkspace(imports: Imports): Workspace {
  const duplicates = {alike: () => Promise.resolve(ALIKE)};
  return {imports, duplicates, storeFailure: undefined} as unknown as Workspace;
}

/** A file of these lines. */
export function toFile(path: string, ...lines: readonly string[]): ImportFile {
  return {path, blob: new Blob([`${lines.join("\n")}\n`])};
}
