import {mkdir, readdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {build} from "vite";
import {packageVersion} from "./package-folder.ts";
import {FRAMEWORK_CACHE} from "./paths.ts";

/**
 * Packages that a page may import as `npm:…` or name without importing (`Plot`, `Inputs`, `d3`, `html`). Framework
 * fetches such packages from a host on the Internet, unless its cache holds them.
 */
const PACKAGES = [
  "@observablehq/plot",
  "@observablehq/inputs",
  "d3",
  "d3-dsv",
  "htl",
  "isoformat"
] as const;

/**
 * Framework resolves the versions of these in every build, used or not. An empty version folder answers it; a page that
 * does import one of them gets a clear "file not found" instead of a request to another host.
 */
const UNUSED_PACKAGES = [
  "@duckdb/duckdb-wasm",
  "@mermaid-js/mermaid",
  "@observablehq/dot",
  "@observablehq/duckdb",
  "@observablehq/mermaid",
  "@observablehq/sample-datasets",
  "@observablehq/sqlite",
  "@observablehq/tex",
  "@uwdata/vgplot",
  "@viz-js/viz",
  "apache-arrow",
  "arquero",
  "echarts",
  "exceljs",
  "jszip",
  "katex",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "mermaid",
  "parquet-wasm",
  "react",
  "react-dom",
  "sql.js",
  "topojson-client",
  "vega",
  "vega-lite",
  "vega-lite-api"
] as const;

/** Fills Framework's package cache from `node_modules`, each package as one module, so that it needs no network. */
export async function fillNpmCache(cache = join(FRAMEWORK_CACHE, "_npm")): Promise<void> {
  for (const name of PACKAGES) {
    const folder = join(cache, `${name}@${packageVersion(name)}`);
    const names: string[] = await readdir(folder).catch(() => []);
    if (!names.includes("_esm.js")) await bundlePackage(name, folder);
  }
  await Promise.all(
    UNUSED_PACKAGES.map((name) => mkdir(join(cache, `${name}@0.0.0`), {recursive: true}))
  );
}

/** A package (or its entry file) and all that it imports as one module, where Framework looks for it. */
export async function bundlePackage(name: string, folder: string): Promise<void> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: {
        input: name,
        preserveEntrySignatures: "strict",
        output: {codeSplitting: false}
      }
    }
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs
    .flatMap((output) => ("output" in output ? output.output : []))
    .find(({type}) => type === "chunk");
  if (chunk?.type !== "chunk") throw new Error(`package did not bundle: ${name}`);
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, "_esm.js"), chunk.code);
}
