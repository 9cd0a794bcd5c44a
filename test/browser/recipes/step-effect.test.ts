import {describe} from "vitest";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import {effectContract} from "../../recipes/effect-contract.ts";
import {ENGINE} from "../lake/engine.ts";

describe("effects over DuckDB-WASM", () => effectContract(() => openWasmLake(ENGINE)));
