import type {
  Batch,
  Cluster,
  ImportChange,
  ImportFile,
  ImportItem,
  ImportSession,
  Recipe,
  Row,
  StepEffect,
  StepSuggestion
} from "../../../src/index.ts";
import {InputError, toIdentifier} from "../../../src/index.ts";
import {applyStep, guessParse, parseRows, toEffect, toSample} from "./import-rows.ts";
import type {Rows} from "./import-rows.ts";

/** What a session needs of the imports it belongs to. */
export interface SessionHome {
  readonly recipes: readonly Recipe[];
  countRows(target: string, key: readonly string[], rows: readonly Row[]): Batch["counts"];
  hasTable(target: string): boolean;
  add(items: readonly {readonly item: ImportItem; readonly rows: readonly Row[]}[]): Batch[];
}

/** Files larger than this are refused, so that a test can see what a refusal looks like. */
const MAX_BYTES = 5000;

/** A session over small delimited files, all in memory. */
export class SessionDouble implements ImportSession {
  items: ImportItem[] = [];
  isClosed = false;
  readonly #home: SessionHome;
  readonly #texts = new Map<string, string>();

  constructor(home: SessionHome) {
    this.#home = home;
  }

  async add(file: ImportFile): Promise<void> {
    const id = String(this.items.length + 1);
    const text = await file.blob.text();
    this.#texts.set(id, text);
    const {columns} = parseRows(text, guessParse(text, {}));
    const names = columns.map(({name}) => name);
    const fits = this.#home.recipes.filter(({match}) =>
      (match.columns ?? []).every((name) => names.includes(name))
    );
    const stem = file.path.replace(/^.*\//, "").replace(/\.\w+$/, "");
    const recipe: Recipe = fits[0] ?? {
      recipe: 1,
      id: `own-${id}`,
      name: stem,
      match: {format: "csv", columns: names},
      parse: {},
      steps: [],
      target: toIdentifier(stem),
      key: []
    };
    const change = {recipe, mode: "import", included: true} as const;
    const others = fits.slice(1);
    this.items.push({
      ...this.#read({id, file: file.path, bytes: file.blob.size}, change),
      isRecognised: fits.length > 0,
      others
    });
  }

  #rows(
    id: string,
    {parse, steps}: Recipe
  ): {source: Rows; rows: Rows; failed: number; what: string} {
    const text = this.#texts.get(id)!;
    const source = parseRows(text, guessParse(text, parse));
    let rows = source;
    for (const [failed, step] of steps.entries()) {
      try {
        rows = applyStep(rows, step);
      } catch (error) {
        return {source, rows, failed, what: (error as Error).message};
      }
    }
    return {source, rows, failed: -1, what: ""};
  }

  #read(
    {id, file, bytes}: Pick<ImportItem, "id" | "file" | "bytes">,
    {recipe, mode, included}: {recipe: Recipe; mode: ImportItem["mode"]; included: boolean}
  ): ImportItem {
    const {source, rows, failed, what} = this.#rows(id, recipe);
    const text = this.#texts.get(id)!;
    const isBinary = text.includes("\0");
    return {
      id,
      file,
      bytes,
      inner: "",
      format: isBinary ? null : "csv",
      connector: null,
      refusal: isBinary ? "it is no text" : null,
      problems: text.includes("?")
        ? [{file, where: "line 3", what: "a question mark was read as text"}]
        : [],
      rejects: text.includes("!")
        ? [{where: "line 4", text: "a;b;c!", what: "3 values where 2 belong"}]
        : [],
      parse: guessParse(text, recipe.parse),
      source: source.columns,
      recipe,
      isRecognised: false,
      others: [],
      columns: rows.columns,
      rows: rows.rows.length,
      isSample: file.startsWith("part"),
      sample: toSample(rows),
      stepFailure: failed < 0 ? null : {index: failed, what},
      joins: this.#home.hasTable(recipe.target),
      knownBatches: [],
      mode,
      included,
      estimate: {
        storageBytes: bytes,
        memoryBytes: bytes,
        refusal:
          bytes > MAX_BYTES ? "too large for this browser: compile it with build-lake." : null
      }
    };
  }

  #find(id: string): ImportItem {
    return this.items.find((item) => item.id === id)!;
  }

  update(id: string, change: ImportChange): Promise<ImportItem> {
    const item = this.#find(id);
    const recipe = change.recipe ?? item.recipe;
    if (!Array.isArray(recipe.steps))
      return Promise.reject(new InputError("steps: expected a list, got nothing"));
    const next = {
      ...this.#read(item, {
        recipe: {...recipe, parse: change.parse ?? recipe.parse},
        mode: change.mode ?? item.mode,
        included: change.included ?? item.included
      }),
      isRecognised: item.isRecognised,
      others: item.others
    };
    this.items = this.items.map((one) => (one.id === id ? next : one));
    return Promise.resolve(next);
  }

  effect(id: string, steps: Recipe["steps"], index: number): Promise<StepEffect> {
    const {recipe} = this.#find(id);
    const {rows} = this.#rows(id, {...recipe, steps: steps.slice(0, index)});
    return Promise.resolve(toEffect(rows, steps[index]!));
  }

  suggest(id: string): Promise<StepSuggestion[]> {
    const {rows, columns} = this.#rows(id, this.#find(id).recipe).rows;
    const spaced = columns.filter(({name}) =>
      rows.some(({[name]: value}) => typeof value === "string" && value !== value.trim())
    );
    const step = {kind: "trim", columns: spaced.map(({name}) => name)} as const;
    return Promise.resolve(spaced.length > 0 ? [{step, reason: "white space around values"}] : []);
  }

  clusters(id: string, column: string): Promise<Cluster[]> {
    const {rows} = this.#rows(id, this.#find(id).recipe);
    const groups = new Map<string, Map<string, number>>();
    for (const row of rows.rows) {
      const value = row[column] as string;
      const group = groups.get(value.toLowerCase()) ?? new Map<string, number>();
      groups.set(value.toLowerCase(), group.set(value, (group.get(value) ?? 0) + 1));
    }
    const found = [...groups.values()].filter((group) => group.size > 1);
    return Promise.resolve(
      found.map((group) => {
        const values = [...group].map(([value, rows]) => ({value, rows}));
        values.sort((a, b) => b.rows - a.rows);
        return {values, into: values[0]!.value};
      })
    );
  }

  rows(id: string): Promise<ImportItem["sample"]> {
    return Promise.resolve(this.#find(id).sample);
  }

  plan(id: string): Promise<Batch["counts"]> {
    const {recipe} = this.#find(id);
    const {rows} = this.#rows(id, recipe);
    return Promise.resolve(this.#home.countRows(recipe.target, recipe.key, rows.rows));
  }

  commit(): Promise<Batch[]> {
    const included = this.items.filter((item) => item.included && item.refusal === null);
    return Promise.resolve(
      this.#home.add(
        included.map((item) => ({item, rows: this.#rows(item.id, item.recipe).rows.rows}))
      )
    );
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }
}
