import {describe} from "vitest";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import {suggestContract} from "../../recipes/suggest-contract.ts";
import {ENGINE} from "../lake/engine.ts";

describe("suggestions over DuckDB-WASM", () => suggestContract(() => openWasmLake(ENGINE)));
