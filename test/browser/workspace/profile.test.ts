import {describe} from "vitest";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import {profileContract} from "../../workspace/profile-contract.ts";
import {ENGINE} from "../lake/engine.ts";

describe("profiles over DuckDB-WASM", () => profileContract(() => openWasmLake(ENGINE)));
