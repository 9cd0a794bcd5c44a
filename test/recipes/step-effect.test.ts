import {describe} from "vitest";
import {openNativeLake} from "../../src/lake/native-lake.ts";
import {effectContract} from "./effect-contract.ts";

describe("effects over native DuckDB", () => effectContract(() => openNativeLake()));
