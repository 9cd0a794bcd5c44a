import {expect, test} from "vitest";
import {toEntryType} from "../../../../src/model/entry-type.ts";
import {createValues} from "../../../../src/workspace/find/values.ts";
import {freshStore} from "../../store/fresh-store.ts";

const DEVICE = toEntryType({
  name: "device",
  schema: {type: "object", properties: {name: {type: "string"}, maker: {type: "string"}}}
});
const FREEZER = toEntryType({name: "freezer", extends: "device", titleField: "name"});

test("suggest(type, field, text) gives values used before in the family of the type, the most used first", async () => {
  const store = await freshStore(DEVICE, FREEZER);
  const makers = ["Acme", "Acme", "Acorn", "Bosch", "x".repeat(90)];
  await store.entries.addAll(
    makers.map((maker, i) => ({type: i % 2 ? "freezer" : "device", fields: {name: `n${i}`, maker}}))
  );
  const values = createValues(store);
  expect(await values.suggest("freezer", "maker", "ac")).toEqual(["Acme", "Acorn"]);
  expect(await values.suggest("device", "maker", "bosh")).toEqual(["Bosch"]);
  expect(await values.suggest("device", "maker", "", {limit: 1})).toEqual(["Acme"]);
  expect(await values.suggest("device", "maker", "Bosch")).toEqual([]);
  expect(await values.suggest("device", "colour", "a")).toEqual([]);
  await store.entries.add({type: "freezer", fields: {maker: "Accuphase"}});
  expect(await values.suggest("device", "maker", "acc")).toContain("Accuphase");
});
