import {FileAttachment, Generators} from "observablehq:stdlib";
import type {ChartSpec, TaskWork} from "../components/index.ts";
import type {QueryResult, Workspace} from "../src/index.ts";
import {modelFacts, models} from "./lib/models.js";
import {openWorkspace} from "./lib/workspace.js";

// in a preview this module runs again when the lake or the engine changed; the former workspace gives its memory back
void globalThis.lakebook?.then((former) => former.close());

/**
 * The one place where the pages meet the engine: it names every file that the engine fetches, since Framework publishes
 * only files that are named literally.
 */
export const workspace: Promise<Workspace> = openWorkspace({
  engine: {
    wasm: toUrl(FileAttachment("./lib/assets/duckdb-eh.wasm").href),
    worker: toUrl(FileAttachment("./lib/assets/duckdb-browser-eh.worker.js").href),

    lake: toUrl(FileAttachment("./loaders/lake.duckdb").href),
    extensions: toUrl("./duckdb-extensions")
  },
  embedder: {
    workerUrl: toUrl(FileAttachment("./lib/workers/embedder.js").href),
    runtime: {
      wasm: toUrl(FileAttachment("./lib/assets/ort-wasm-simd-threaded.wasm").href),
      mjs: toUrl(FileAttachment("./lib/assets/ort-wasm-simd-threaded.mjs").href),
      pipeline: toUrl(FileAttachment("./lib/workers/pipeline.js").href),
      webgpu: {
        wasm: toUrl(FileAttachment("./lib/assets/ort-wasm-simd-threaded.asyncify.wasm").href),
        mjs: toUrl(FileAttachment("./lib/assets/ort-wasm-simd-threaded.asyncify.mjs").href)
      }
    },
    models,
    facts: modelFacts
  },
  reader: toUrl(FileAttachment("./lib/workers/reader.js").href),
  compute: toUrl(FileAttachment("./lib/workers/compute.js").href),
  search: toUrl(FileAttachment("./lib/workers/search.js").href),
  packs: toUrl(FileAttachment("./lib/packs.json").href)
});

globalThis.lakebook = workspace;

/** SQL over the lake and the workspace: in a JavaScript cell, and in Framework's own SQL cells of a page that imports it. */
export async function sql(
  strings: TemplateStringsArray,
  ...values: unknown[]
): Promise<QueryResult> {
  return (await workspace).sql(strings, ...values);
}

interface WorkspaceHolder extends HTMLElement {
  workspace?: Workspace;
  failure?: unknown;
}

/** An element of ours by its tag, with the workspace in its hands as soon as it is open. */
export function show(tag: string, properties: Readonly<Record<string, unknown>> = {}): HTMLElement {
  return handWorkspace(Object.assign(document.createElement(tag), properties));
}

/**
 * `sql` for the page of a pack: a generator that waits until the pack's types are there and gives `sql` anew after each
 * change, so that the page's cells run again. With `follow: false` it gives it once, for what a reader chooses from.
 */
export function packSql(name: string, {follow = true} = {}): AsyncGenerator<typeof sql> {
  return Generators.observe<typeof sql>((give) => {
    let isGiven = false;
    let stop: (() => void) | undefined;
    let isOver = false;
    const start = async (): Promise<void> => {
      const {packs} = await workspace;
      const shelf = await packs.shelf();
      if (isOver) return;
      stop = packs.follow(shelf).subscribe((states) => {
        const isThere = states.some((state) => state.pack.name === name && state.isWhole);
        if (!isThere || (isGiven && !follow)) return;
        isGiven = true;
        give(sql);
      });
    };
    void start().catch(() => undefined); // lb-pack-gate shows why
    return () => {
      isOver = true;
      stop?.();
    };
  });
}

/** Rows of a result that are entries, each a link by its `type`, `slug` and `title`; `depth` indents them. */
export function entries(
  result: QueryResult,
  properties: Readonly<Record<string, unknown>> = {}
): HTMLElement {
  return Object.assign(document.createElement("lb-entry-list"), {result, ...properties});
}

/**
 * Long work behind a button, with its progress and a way to stop it: `view(task("Find topics", (workspace, signs) =>
 * workspace.topics("lake.notes", signs)))` is what it gives; what follows waits. With `begins` it may start by itself.
 */
export function task(
  label: string,
  work: TaskWork,
  {again = label, begins}: {again?: string; begins?: (opened: Workspace) => Promise<boolean>} = {}
): HTMLElement {
  return show("lb-task", {label, again, work, begins});
}

/**
 * What a notebook stands on: `const sql = view(needs("streams"))` is `sql` as soon as these tables are there, in the lake
 * or imported on a page. Until then it says which are not, and what follows waits.
 */
export function needs(...tables: readonly string[]): HTMLElement {
  return show("lb-needs", {tables, gives: sql});
}

/** A chart of a result (plotly.js) that the reader can change; `spec` is what it begins with, guessed where it is left out. */
export function chart(result: QueryResult, spec?: ChartSpec): HTMLElement {
  const element = Object.assign(document.createElement("lb-chart"), {result, spec});
  element.style.height = "400px";
  return element;
}

/** A grid of a result, of whatever length: sorts, copies, and can be read by keyboard. */
export function table(result: QueryResult, {rows = 12} = {}): HTMLElement {
  const element = Object.assign(document.createElement("lb-grid"), {result});
  element.style.height = `calc(${Math.min(rows, result.numRows) + 1} * var(--lb-row) + 64px)`;
  return element;
}

function handWorkspace(element: WorkspaceHolder): HTMLElement {
  workspace.then(
    (opened) => (element.workspace = opened),
    (error: unknown) => (element.failure = error)
  );
  return element;
}

function toUrl(href: string): string {
  return new URL(href, document.baseURI).href;
}

// a preview may bring these modules anew, but an element cannot be defined twice: the page then begins afresh
if (customElements.get("lb-strip")) location.reload();
else {
  const {provideBarcodeReader} = await import("./lib/components.js");
  provideBarcodeReader(toUrl(FileAttachment("./lib/assets/reader/zxing_reader.wasm").href));
}

declare global {
  /** For people who like a console: `(await lakebook).query("from lake.tables")`. */

  var lakebook: Promise<Workspace> | undefined;
}

document.querySelectorAll<WorkspaceHolder>("lb-strip").forEach(handWorkspace);
