import {expect, test} from "vitest";
import type {BulkEdit} from "../../../src/workspace/views/bulk-edit.ts";
import {editFields, editTags, toEditedText} from "../../../src/workspace/views/bulk-edit.ts";

const ENTRY = {fields: {name: "a$b a$b", n: 1, list: ["x a", "y", 3]}, tags: ["one", "two"]};

test("editFields() sets, clears and replaces, and leaves what it does not change as it is", () => {
  const edit = (one: BulkEdit) => editFields(one, ENTRY);
  expect(edit({do: "set", field: "n", value: 2})).toEqual({...ENTRY.fields, n: 2});
  expect(edit({do: "set", field: "n", value: undefined})).not.toHaveProperty("n");
  expect(edit({do: "clear", field: "name"})).toEqual({n: 1, list: ENTRY.fields.list});
  expect(edit({do: "clear", field: "toString"})).toBe(ENTRY.fields);
  expect(edit({do: "replace", field: "name", find: "a$b", by: "$&"})).toMatchObject({
    name: "$& $&"
  });
  expect(edit({do: "replace", field: "list", find: "a", by: ""})).toMatchObject({
    list: ["x ", "y", 3]
  });
  expect(edit({do: "replace", field: "n", find: "1", by: "2"})).toBe(ENTRY.fields);
  expect(edit({do: "replace", field: "name", find: "", by: "z"})).toBe(ENTRY.fields);
  expect(edit({do: "add tag", tag: "x"})).toBe(ENTRY.fields);
});

test("editTags() adds a tag once and removes it", () => {
  expect(editTags({do: "add tag", tag: "one"}, ENTRY)).toBe(ENTRY.tags);
  expect(editTags({do: "add tag", tag: "three"}, ENTRY)).toEqual(["one", "two", "three"]);
  expect(editTags({do: "remove tag", tag: "one"}, ENTRY)).toEqual(["two"]);
  expect(editTags({do: "clear", field: "n"}, ENTRY)).toBe(ENTRY.tags);
});

test("toEditedText() shows the value, or the tags, that a change is about", () => {
  expect(toEditedText({do: "clear", field: "list"}, ENTRY)).toBe("x a, y, 3");
  expect(toEditedText({do: "clear", field: "gone"}, ENTRY)).toBe("");
  expect(toEditedText({do: "add tag", tag: "x"}, ENTRY)).toBe("one, two");
});
