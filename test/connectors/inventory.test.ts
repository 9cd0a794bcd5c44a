import {expect, test} from "vitest";
import {splitPlace} from "../../src/connectors/inventory/columns.ts";
import {inventory} from "../../src/connectors/inventory/inventory.ts";
import {connect} from "./rows.ts";

const HOME = [
  "item,category,place,quantity,price,purchased",
  '"Pan, iron",cookware,House / Kitchen / Drawer 1,1,38.99,2022-11-30',
  '"Pan, iron",cookware,House / Kitchen / Drawer 1,2,40,2025-01-01',
  "Drill,tools,House / Cellar,1,,",
  "Umbrella,,,1,,"
].join("\n");
const recognise = (text: string) =>
  inventory.recognise({path: "a", head: new TextEncoder().encode(text), text, isWhole: true});

test("inventory keeps a file's columns in their types, and adds where each thing is", async () => {
  const {tables, problems} = await connect(inventory, HOME, "a.csv");
  expect(problems).toEqual([]);
  expect(tables.inventory![1]).toEqual({
    item_id: "House / Kitchen / Drawer 1 / Pan, iron #2",
    name: "Pan, iron",
    kind: "cookware",
    path: "House / Kitchen / Drawer 1 / Pan, iron",
    parent_path: "House / Kitchen / Drawer 1",
    depth: 3,
    parts: ["House", "Kitchen", "Drawer 1"],
    item: "Pan, iron",
    category: "cookware",
    place: "House / Kitchen / Drawer 1",
    quantity: 2,
    price: 40,
    purchased: new Date("2025-01-01T00:00:00Z")
  });
  expect(tables.inventory![3]).toMatchObject({item_id: "Umbrella", parent_path: null, depth: 0});
});

test("inventory gives each place with what is right in it, and deeper", async () => {
  const {tables} = await connect(inventory, HOME, "a.csv");
  expect(tables.places!.map(Object.values)).toEqual([
    ["House", "House", null, 1, 0, 3],
    ["House / Cellar", "Cellar", "House", 2, 1, 1],
    ["House / Kitchen", "Kitchen", "House", 2, 0, 2],
    ["House / Kitchen / Drawer 1", "Drawer 1", "House / Kitchen", 3, 2, 2]
  ]);
});

test("inventory follows parents, and does not go round in circles", async () => {
  const text =
    "id,name,parent_id,quantity\nF,Freezer,,1\nR,Rack,F,1\nA,Tube,R,1\nX,Ghost,Y,1\nY,Spirit,X,1\nZ,Self,Z,1\n";
  const {tables} = await connect(inventory, text, "a.csv");
  expect(tables.inventory!.map(({item_id, path}) => [item_id, path]).slice(0, 3)).toEqual([
    ["F", "Freezer"],
    ["R", "Freezer / Rack"],
    ["A", "Freezer / Rack / Tube"]
  ]);
  expect(tables.inventory![3]!.depth).toBeLessThanOrEqual(50);
  expect(tables.inventory![5]).toMatchObject({path: "Self / Self"});
});

test("inventory reads Homebox's export", async () => {
  const text =
    "HB.import_ref,HB.location,HB.labels,HB.asset_id,HB.name,HB.quantity\n,Garage,tools,000-001,Saw,1\n,Home / Garage,,000-002,Hammer,2\n";
  const {tables} = await connect(inventory, text, "a.csv");
  expect(tables.inventory).toMatchObject([
    {item_id: "000-001", name: "Saw", parent_path: "Garage", labels: "tools", asset_id: "000-001"},
    {item_id: "000-002", parent_path: "Home / Garage", quantity: 2}
  ]);
});

test("inventory recognises lists of things in places, not lists of files, people or samples by columns", () => {
  expect(recognise(HOME)).toBe(true);
  expect(recognise("name;location;qty\nTube;Site/Freezer/A1;1\n")).toBe(true);
  expect(recognise("name,path,count\nA,/home/a/b,1\n")).toBe(false);
  expect(recognise("name,path,count\nA,docs/a.txt,1\n")).toBe(false);
  expect(recognise("name,location,quantity\nA,Berlin,1\n")).toBe(false);
  expect(recognise("name,location\nA,Home > Shelf\n")).toBe(false);
  expect(recognise("container,freezer,rack,position\nc1,FRZ-01,FRZ-01-S1-R2,F10\n")).toBe(false);
});

test("splitPlace(text) takes the mark that parts it, and a slash within a name where another does", () => {
  expect(splitPlace("Home > Shelf 1/2 > Box")).toEqual(["Home", "Shelf 1/2", "Box"]);
  expect(splitPlace("House / Shelf 1/2")).toEqual(["House", "Shelf 1/2"]);
  expect(splitPlace("Site/Freezer/ A1 /")).toEqual(["Site", "Freezer", "A1"]);
  expect(splitPlace(" Attic ")).toEqual(["Attic"]);
});
