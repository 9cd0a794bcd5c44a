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
    ..."car pet not note mother moth number numb seed see news new morning morn paint painted eat eating big old older".split(
      " "
    ),
    ..."office ice off sport man sportsman package pack age".split(" ")
  ]),
  "go goes went gone\nchild children\nmorning\n"
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
  ["painted", "paint"],
  ["eating", "eat"],
  ["bigger", "big"],
  ["notes", "note"],
  ["not", "not"],
  ["mother", "mother"],
  ["number", "number"],
  ["seed", "seed"],
  ["news", "news"],
  ["morning", "morning"],
  ["##ing", null],
  ["2024", null]
])("baseOf(%j) is %j", (word, base) => {
  expect(families.baseOf(word)).toBe(base);
});

test("findTokenParts(tokens) gives a word the part of its family, and a compound those of both", () => {
  const tokens =
    "[PAD] play playing bathtub tub bath sport sports man sportsman office off ice package pack age carport car port".split(
      " "
    );
  const counts = new Map([
    ..."bath tub sport man off ice pack age car".split(" ").map((word) => [word, 900] as const),
    ["port", 1],
    ["other", 50_000_000]
  ]);
  const {count, starts, parts} = findTokenParts(tokens, {families, counts});
  const partsOf = (token: string): number[] => {
    const id = tokens.indexOf(token);
    return [...parts.subarray(starts[id], starts[id + 1])];
  };
  const familyOf = (token: string): number => partsOf(token)[1]!;
  expect(partsOf("[PAD]")).toEqual([0]);
  expect(partsOf("playing")).toEqual([2, familyOf("play")]);
  expect(partsOf("bathtub").slice(2)).toEqual([familyOf("bath"), familyOf("tub")]);
  expect(partsOf("sportsman").slice(2)).toEqual([familyOf("sport"), familyOf("man")]);
  // too short, an ending, a half too rare
  for (const word of ["office", "package", "carport"]) expect(partsOf(word)).toHaveLength(2);
  expect(Math.max(...parts)).toBe(count - 1);
});
