import {expect, test} from "vitest";
import {findTopics} from "../../src/topics/find-topics.ts";
import {createThemeTexts, hashTopics, THEME_HASH} from "./texts.ts";

test("findTopics(input) gives in Node what it gives in a browser, to the bit", async () => {
  const result = await findTopics(createThemeTexts({each: 30, themes: 7}));
  expect(result.topics).toHaveLength(7);
  expect(await hashTopics(result)).toBe(THEME_HASH);
});
