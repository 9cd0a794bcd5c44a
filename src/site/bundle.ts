import {readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import type {InlineConfig} from "vite";
import {build, defaultClientConditions} from "vite";
import {LIB} from "./paths.ts";

type BundlerOptions = NonNullable<NonNullable<InlineConfig["build"]>["rolldownOptions"]>;

/** sql.js asks for Node's modules where it runs in Node, which no page does. */
const onLog: BundlerOptions["onLog"] = (level, log, handle) => {
  if (!/"node:\w+" has been externalized .*\/sql\.js\//.test(log.message)) handle(level, log);
};

const PAGES: InlineConfig = {
  configFile: false,
  root: ".",
  publicDir: false,
  logLevel: "warn",
  // duckdb-wasm brings an older apache-arrow of its own; one is enough
  resolve: {dedupe: ["apache-arrow"]},
  build: {
    outDir: LIB,
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    chunkSizeWarningLimit: Infinity,
    rolldownOptions: {
      onLog,
      input: {workspace: "src/index.ts", components: "components/index.ts"},
      preserveEntrySignatures: "strict",
      output: {entryFileNames: "[name].js", chunkFileNames: "chunks/[name].js"}
    }
  }
};

/** Workers by the name of their file, and what a worker brings in only when it needs it. */
const WORKERS: Readonly<Record<string, string>> = {
  compute: "src/workspace/compute/worker.ts",
  embedder: "src/embed/worker.ts",
  pipeline: "src/embed/browser-pipeline.ts",
  reader: "src/workspace/imports/read-worker.ts",
  search: "src/workspace/search/worker.ts"
};

/** A worker is one file: it is started by its URL, and Framework follows no imports of a file that it only copies. */
export function toWorkerConfig([name, entry]: readonly [string, string]): InlineConfig {
  return {
    ...PAGES,
    resolve: {
      ...PAGES.resolve,
      // else Vite copies 27 MB of a runtime that the page hands over by itself
      conditions: ["onnxruntime-web-use-extern-wasm", ...defaultClientConditions]
    },
    build: {
      ...PAGES.build,
      rolldownOptions: {
        onLog,
        input: {[name]: entry},
        preserveEntrySignatures: "strict",
        output: {entryFileNames: "workers/[name].js", codeSplitting: false}
      }
    }
  };
}

/**
 * Builds `src` and `components` into `notebooks/lib`. With `watch` it builds again after each change, and resolves
 * after the first time.
 */
export async function bundle({watch = false} = {}): Promise<void> {
  await clear();
  const configs = [PAGES, ...Object.entries(WORKERS).map(toWorkerConfig)];
  for (const config of configs) await (watch ? buildAndWatch(config) : build(config));
}

/** What an earlier build left must not be published; type declarations are ours and stay. */
async function clear(): Promise<void> {
  const names = await readdir(LIB).catch(() => []);
  await Promise.all(
    names
      .filter((name) => /^(chunks|workers|.*\.js)$/.test(name))
      .map((name) => rm(join(LIB, name), {recursive: true}))
  );
}

async function buildAndWatch(config: InlineConfig): Promise<void> {
  const watcher = await build({...config, build: {...config.build, watch: {}}});
  if (!("on" in watcher)) throw new Error("vite did not watch");
  await new Promise<void>((resolve, reject) => {
    watcher.on("event", (event) => {
      if (event.code === "ERROR") reject(event.error);
      if (event.code === "END") resolve();
    });
  });
}
