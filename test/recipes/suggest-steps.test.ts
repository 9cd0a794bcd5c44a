import {describe} from "vitest";
import {openNativeLake} from "../../src/lake/native-lake.ts";
import {suggestContract} from "./suggest-contract.ts";

describe("suggestions over native DuckDB", () => suggestContract(() => openNativeLake()));
