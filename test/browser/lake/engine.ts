import wasm from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
// as text: served as a module, Vite would rewrite the worker and complain of its source map
import workerSource from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?raw";
import type {WasmLakeAssets} from "../../../src/lake/wasm-engine.ts";

/** The real engine, as the tests' own server has it. */
export const ENGINE: WasmLakeAssets = {
  wasm: new URL(wasm, location.href).href,
  worker: URL.createObjectURL(new Blob([workerSource], {type: "text/javascript"})),
  extensions: new URL("/no-extensions", location.href).href
};
