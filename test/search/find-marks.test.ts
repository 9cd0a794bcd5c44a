import {expect, test} from "vitest";
import {findMarks} from "../../src/search/find-marks.ts";

test.each<[title: string, text: string, marked: string]>([
  ["Freezer one", "fre", "[Fre]ezer one"],
  ["Red wooden box", "bo re", "[Re]d wooden [bo]x"],
  ["Sandbox box", "box", "Sandbox [box]"],
  ["Sandbox", "box", "Sand[box]"],
  ["Freezer", "frezer", "[Freeze]r"],
  ["Crème brûlée", "creme bru", "[Crème] [brû]lée"],
  ["Cre\u0301me", "crem", "[Cre\u0301m]e"],
  ["東京都庁舎", "都庁", "東京[都庁]舎"],
  ["👩‍🔬 Lab", "lab", "👩‍🔬 [Lab]"],
  ["ﬁle", "fi", "[ﬁ]le"],
  ["Box", "", "Box"],
  ["Box", "lamp", "Box"]
])("findMarks(%j, %j) marks %j", (title, text, marked) => {
  let shown = "";
  let end = 0;
  for (const [from, to] of findMarks(title, text)) {
    shown += `${title.slice(end, from)}[${title.slice(from, to)}]`;
    end = to;
  }
  expect(shown + title.slice(end)).toBe(marked);
});
