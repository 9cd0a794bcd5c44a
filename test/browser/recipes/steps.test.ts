import {describe} from "vitest";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import {stepsContract} from "../../recipes/steps-contract.ts";
import {ENGINE} from "../lake/engine.ts";

describe("steps over DuckDB-WASM", () => stepsContract(() => openWasmLake(ENGINE)));
