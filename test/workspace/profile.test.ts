import {describe} from "vitest";
import {openNativeLake} from "../../src/lake/native-lake.ts";
import {profileContract} from "./profile-contract.ts";

describe("profiles over native DuckDB", () => profileContract(() => openNativeLake()));
