import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {openNativeLake} from "../../src/lake/native-lake.ts";
import {lakeContract} from "./contract.ts";

const FIXTURE = fileURLToPath(new URL("../fixtures/lake.duckdb", import.meta.url));

lakeContract({
  open: () => openNativeLake(),
  openCompiled: () => openNativeLake({file: FIXTURE})
});

test("openNativeLake({file}) says which file is no lake, and what to do", async () => {
  await expect(openNativeLake({file: "/nowhere/lake.duckdb"})).rejects.toMatchObject({
    name: "UnavailableError",
    message: expect.stringMatching(
      /^lake cannot be opened: \/nowhere\/lake\.duckdb .*build-lake/
    ) as string
  });
});
