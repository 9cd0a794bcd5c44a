import {describe} from "vitest";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import {batchesContract} from "../../recipes/batches-contract.ts";
import {ENGINE} from "../lake/engine.ts";

describe("batches over DuckDB-WASM", () => batchesContract(() => openWasmLake(ENGINE)));
