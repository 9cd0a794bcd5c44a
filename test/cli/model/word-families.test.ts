import {expect, test} from "vitest";
import {findTokenParts} from "../../../src/cli/model/token-parts.ts";
import {createWordFamilies} from "../../../src/cli/model/word-families.ts";

const families = createWordFamilies(
  new Set([
    "play",
    "make",
    "stop",
    "city",
    "box",
    "glass",
    "sun",
    "bath",
    "tub",
    "sing",
    "bus",
    "car",
    "pet"
  ]),
  "go goes went gone\nchild children\n"
);

test.each([
  ["plays", "play"],
  ["making", "make"],
  ["stopped", "stop"],
  ["cities", "city"],
  ["boxes", "box"],
  ["glasses", "glass"],
  ["went", "go"],
  ["children", "child"],
  ["sing", "sing"],
  ["thing", "thing"],
  ["bus", "bus"],
  ["##ing", null],
  ["2024", null]
])("baseOf(%j) is %j", (word, base) => {
  expect(families.baseOf(word)).toBe(base);
});

test("findTokenParts(tokens) gives a word the part of its family, and a compound those of both", () => {
  const tokens = ["[PAD]", "play", "playing", "bathtub", "tub", "bath", "carpet", "car", "pet"];
  const counts = new Map([
    ["bath", 900],
    ["tub", 900],
    ["car", 900],
    ["pet", 700]
  ]);
  const {count, starts, parts} = findTokenParts(tokens, {families, counts});
  const partsOf = (token: string): number[] => {
    const id = tokens.indexOf(token);
    return [...parts.subarray(starts[id], starts[id + 1])];
  };
  const [play, playing, bath, tub, bathtub] = ["play", "playing", "bath", "tub", "bathtub"].map(
    partsOf
  );
  expect(partsOf("[PAD]")).toEqual([0]);
  expect(playing).toEqual([2, play![1]]);
  expect(bathtub!.slice(2)).toEqual([bath![1], tub![1]]);
  // the halves of "carpet" are not both frequent
  expect(partsOf("carpet")).toHaveLength(2);
  expect(Math.max(...parts)).toBe(count - 1);
});
