import {describe} from "vitest";
import {openNativeLake} from "../../src/lake/native-lake.ts";
import {batchesContract} from "./batches-contract.ts";

describe("batches over native DuckDB", () => batchesContract(() => openNativeLake()));
