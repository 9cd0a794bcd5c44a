import {describe} from "vitest";
import {openNativeLake} from "../../src/lake/native-lake.ts";
import {stepsContract} from "./steps-contract.ts";

describe("steps over native DuckDB", () => stepsContract(() => openNativeLake()));
