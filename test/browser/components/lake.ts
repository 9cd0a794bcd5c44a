import {afterAll, beforeAll} from "vitest";
import type {Store} from "../../../src/index.ts";
import {openStore} from "../../../src/index.ts";
import {UnavailableError} from "../../../src/lib/errors.ts";
import type {WasmLakeAssets} from "../../../src/lake/wasm-engine.ts";
import {Workspace} from "../../../src/workspace/workspace.ts";
import compiled from "../../fixtures/lake.duckdb?url";
import {ENGINE} from "../lake/engine.ts";
import {deleteDatabase} from "../store/fresh-store.ts";

const EMBEDDER = {workerUrl: "", runtime: {wasm: "", mjs: ""}, models: {}};

/** The real engine over the lake compiled from `test/fixtures/raw`. */
export const COMPILED: WasmLakeAssets = {...ENGINE, lake: new URL(compiled, location.href).href};

/** A workspace for all tests of a file, its lake open, with a store of its own, or none. */
export function useWorkspace(engine: WasmLakeAssets, {isKept = true} = {}): () => Workspace {
  const name = `test-${crypto.randomUUID()}`;
  let workspace: Workspace;
  beforeAll(async () => {
    const store: Store | UnavailableError = isKept
      ? await openStore({name})
      : new UnavailableError("storage is not available");
    workspace = new Workspace({
      assets: {engine, embedder: EMBEDDER},
      store,
      model: "builtin"
    });
    await workspace.catalogue();
  });
  afterAll(async () => {
    await workspace.close();
    await deleteDatabase(name);
  });
  return () => workspace;
}
