import {expect, test} from "vitest";
import {createWorkerCompute} from "../../../src/workspace/compute/compute.ts";
import {createThemeTexts, hashTopics, THEME_HASH} from "../../topics/texts.ts";
import {COMPUTE_URL} from "../worker-urls.ts";

test("findTopics(input) gives in a worker of a browser what it gives in Node, to the bit", async () => {
  const compute = createWorkerCompute(COMPUTE_URL);
  const result = await compute.run("topics", createThemeTexts({each: 30, themes: 7}));
  expect(await hashTopics(result)).toBe(THEME_HASH);
});
