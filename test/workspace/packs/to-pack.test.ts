import {expect, test} from "vitest";
import {readPacks} from "../../../src/workspace/packs/read-packs.ts";
import {toPack} from "../../../src/workspace/packs/to-pack.ts";

const HEAD = {name: "garden", label: "Garden", description: "What grows where.", version: 1};
const PLANT = {
  name: "plant",
  titleField: "name",
  schema: {
    type: "object",
    required: ["name"],
    properties: {name: {type: "string"}, height: {type: "number"}}
  }
};
const NEAR = {name: "near", label: "near", fromTypes: ["plant"], toTypes: ["plant"]};
const QUINCE = {type: "plant", fields: {name: "Quince"}};

/** The pack of a folder with these files, and what is wrong in it. */
function read(files: Readonly<Record<string, unknown>>): ReturnType<typeof toPack> {
  const whole = {"pack.json": HEAD, "types/plant.json": PLANT, "kinds/near.json": NEAR, ...files};
  const texts = Object.entries(whole).map(
    ([file, value]) => [file, typeof value === "string" ? value : JSON.stringify(value)] as const
  );
  return toPack({name: "garden", path: "data/packs/garden", files: new Map(texts)});
}

const tell = (files: Readonly<Record<string, unknown>>): string[] =>
  read(files).problems.map(
    ({file, where, what}) => `${file.split("garden/")[1]} ${where}: ${what}`
  );

test("toPack(folder) gives a pack with slugs of titles and defaults filled in", () => {
  const pear = {...QUINCE, fields: {name: "Old Pear"}, edges: [{kind: "near", to: "plant/quince"}]};
  const {pack, problems} = read({"entries/all.json": [QUINCE, pear], "page.md": "# Garden"});
  expect(problems).toEqual([]);
  expect(pack).toMatchObject({
    ...HEAD,
    requires: [],
    hasPage: true,
    kinds: [{inverse: "near (of)"}]
  });
  expect(pack!.entries[1]).toEqual({
    type: "plant",
    slug: "old-pear",
    fields: {name: "Old Pear"},
    tags: [],
    edges: [{kind: "near", to: "plant/quince", fields: {}}],
    since: 1
  });
});

test.each([
  [{"pack.json": "{"}, /^pack\.json : .*JSON/],
  [
    {"pack.json": {...HEAD, name: "jardin"}},
    "pack.json name: not the name of the folder: jardin (it is garden)"
  ],
  [{"pack.json": {...HEAD, version: "1.0"}}, "pack.json version: not a whole number from 1"],
  [{"pack.json": {...HEAD, requires: ["soil"]}}, "pack.json requires: pack not found: soil"],
  [{"pack.json": {...HEAD, licence: "MIT"}}, /^pack\.json licence: key not known/],
  [
    {"types/tree.json": PLANT},
    "types/tree.json name: not the name of the file: plant (the file is tree.json)"
  ],
  [
    {"types/plant.json": {...PLANT, schema: {type: "object", properties: {name: {type: "text"}}}}},
    /^types\/plant\.json schema\/properties\/name\/type: type not known: text/
  ],
  [
    {"types/plant.json": {...PLANT, titleField: "label"}},
    /^types\/plant\.json titleField: field not found: label/
  ],
  [
    {"types/plant.json": {...PLANT, extends: "thing"}},
    /^types\/plant\.json extends: extended type not found: thing/
  ],
  [
    {"kinds/near.json": {...NEAR, toTypes: ["bed"]}},
    "kinds/near.json toTypes: type not found: bed"
  ],
  [{"kinds/near.json": {...NEAR, cardinality: "one"}}, /^kinds\/near\.json cardinality: not known/],
  [
    {
      "kinds/near.json": {
        ...NEAR,
        grid: {positionField: "at", rowsField: "rows", columnsField: "columns"}
      }
    },
    /^kinds\/near\.json grid\/positionField: field not found/
  ],
  [{"entries/all.json": QUINCE}, "entries/all.json : not a list of entries, in brackets"],
  [
    {"entries/all.json": [QUINCE, QUINCE]},
    "entries/all.json 1: title is taken by another entry of the pack: plant/quince"
  ],
  [
    {"entries/all.json": [{...QUINCE, type: "tree"}]},
    "entries/all.json 0/type: type not found: tree"
  ],
  [
    {"entries/all.json": [{type: "plant", fields: {name: "Fig", height: "tall"}}]},
    "entries/all.json 0/fields/height: must be a number"
  ],
  [
    {"entries/all.json": [{type: "plant", fields: {name: "Fig", colour: "green"}}]},
    "entries/all.json 0/fields/colour: field not found in the type plant"
  ],
  [
    {"entries/all.json": [{type: "plant", fields: {}}]},
    "entries/all.json 0/fields/name: is required"
  ],
  [
    {"entries/all.json": [{...QUINCE, edges: [{kind: "near", to: "plant/fig"}]}]},
    "entries/all.json 0/edges/0/to: entry not found: plant/fig (type/slug of its title)"
  ],
  [
    {"entries/all.json": [{...QUINCE, edges: [{kind: "far", to: "plant/quince"}]}]},
    "entries/all.json 0/edges/0/kind: edge kind not found: far"
  ]
])("toPack tells what is wrong by file and place: %j", (files, expected) => {
  const told = tell(files);
  expect(read(files).pack).toBeUndefined();
  if (typeof expected === "string") expect(told).toContain(expected);
  else expect(told.some((line) => expected.test(line))).toBe(true);
});

test("readPacks(folder) reads every pack that Lakebook brings, required ones first", async () => {
  const {packs, problems} = await readPacks();
  expect(problems).toEqual([]);
  const names = packs.map(({name}) => name);
  for (const name of ["home", "lab", "training", "people", "books", "projects"])
    expect(names).toContain(name);
  expect(names.indexOf("people")).toBeLessThan(names.indexOf("projects"));
  for (const {entries, hasPage} of packs) {
    expect(hasPage).toBe(true);
    expect(entries.length).toBeGreaterThanOrEqual(20);
  }
});
