import fixture from "../../fixtures/lake.duckdb?url";
import {openWasmLake} from "../../../src/lake/wasm-lake.ts";
import {lakeContract} from "../../lake/contract.ts";
import {ENGINE} from "./engine.ts";

lakeContract({
  open: () => openWasmLake(ENGINE),
  openCompiled: () => openWasmLake({...ENGINE, lake: new URL(fixture, location.href).href})
});
