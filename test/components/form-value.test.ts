import {describe, expect, test} from "vitest";
import {toDefaults, toFormField, toFormFields, toOtherFields} from "../../components/form-field.ts";
import {controlFor, toControlText, toValue} from "../../components/form-value.ts";
import type {FieldSchema} from "../../src/index.ts";

function control(name: string, schema: FieldSchema): string {
  return toFormField(name, schema).control;
}

describe("toFormField", () => {
  test("toFormField(name, schema) knows the control by type, format, choices and name", () => {
    expect(control("name", {type: "string"})).toBe("text");
    expect(control("notes", {type: "string"})).toBe("long");
    expect(control("notes", {type: "string", maxLength: 20})).toBe("text");
    expect(control("a", {type: "string", format: "multiline"})).toBe("long");
    expect(control("a", {type: "string", enum: ["x"]})).toBe("choice");
    expect(control("a", {type: "array", items: {type: "number"}})).toBe("rows");
    expect(control("a", {type: "array", items: {type: "string"}})).toBe("list");
    expect(control("a", {type: "array", items: {type: "string", format: "date"}})).toBe("rows");
    expect(control("a", {type: "array", items: {enum: ["x"]}})).toBe("choices");
    expect(control("a", {type: "array", items: {type: "object", properties: {}}})).toBe("table");
    expect(control("a", {type: "array", items: {"x-lakebook": {kind: "image"}}})).toBe(
      "attachments"
    );
    expect(control("a", {type: "array"})).toBe("json");
    expect(control("a", {type: "string", format: "duration"})).toBe("span");
    expect(control("a", {type: "number", "x-lakebook": {kind: "money"}})).toBe("money");
    expect(control("a", {type: "object"})).toBe("json");
    expect(control("a", {})).toBe("json");
  });

  test("a type that may also be null, as other tools write it, is that type", () => {
    expect(control("a", {type: ["null", "integer"] as unknown as "integer"})).toBe("integer");
  });

  test("toFormFields(schema) labels fields by title, else by name, and knows which are required", () => {
    const [a, b] = toFormFields({
      properties: {first_name: {type: "string"}, b: {type: "string", title: "Bee"}},
      required: ["b"]
    });
    expect([a!.label, a!.required, b!.label, b!.required]).toEqual([
      "First name",
      false,
      "Bee",
      true
    ]);
  });

  test("toOtherFields(fields, schema) finds what the schema does not know", () => {
    const others = toOtherFields(
      {a: 1, b: "x", c: undefined, d: [1]},
      {type: "object", properties: {a: {}}}
    );
    expect(others.map(({name, control}) => [name, control])).toEqual([
      ["b", "text"],
      ["d", "json"]
    ]);
  });

  test("toDefaults(schema) gives the defaults, inside groups too", () => {
    const schema: FieldSchema = {
      properties: {
        a: {default: 1},
        b: {},
        c: {properties: {d: {default: "x"}, e: {}}},
        f: {properties: {g: {}}}
      }
    };
    expect(toDefaults(schema)).toEqual({a: 1, c: {d: "x"}});
    const days: FieldSchema = {
      properties: {
        day: {type: "string", format: "date", default: "today"},
        at: {type: "string", format: "date-time", default: "now"},
        word: {type: "string", default: "today"}
      }
    };
    const at = new Date(2024, 1, 29, 23, 30);
    expect(toDefaults(days, at)).toEqual({day: "2024-02-29", at: at.toISOString(), word: "today"});
  });
});

describe("form values", () => {
  test("controlFor(value, field) is the field's own where that can show the value, or there is none", () => {
    const day = toFormField("a", {type: "string", format: "date"});
    expect(controlFor("2024-02-29", day)).toBe("date");
    expect(controlFor("2023-02-29", day)).toBe("text");
    expect(controlFor(null, day)).toBe("date");
    const moment = toFormField("a", {type: "string", format: "date-time"});
    expect(controlFor("2024-01-01T10:00:00Z", moment)).toBe("moment");
    expect(controlFor("2024-01-01T10:00:00", moment)).toBe("text");
    expect(controlFor("two\nlines", toFormField("a", {type: "string"}))).toBe("long");
  });

  test("controlFor(value, field) shows what does not fit as text or as JSON", () => {
    const number = toFormField("a", {type: "number"});
    expect(controlFor("about 20", number)).toBe("text");
    expect(controlFor("two\nlines", number)).toBe("long");
    expect(controlFor([1], number)).toBe("json");
    expect(controlFor("gone", toFormField("a", {enum: ["x"]}))).toBe("choice");
  });

  test("toValue(text, field) gives the value, the text itself where it is none, undefined where it is blank", () => {
    const number = toFormField("a", {type: "number"});
    expect(toValue("1.5", number)).toBe(1.5);
    expect(toValue("many", number)).toBe("many");
    expect(toValue("  ", number)).toBeUndefined();
    expect(toValue("[1]", toFormField("a", {}))).toEqual([1]);
    expect(() => toValue("[1", toFormField("a", {}))).toThrow(SyntaxError);
    expect(toValue(" a ", toFormField("a", {type: "string"}))).toBe(" a ");
  });

  test("toValue and toControlText are inverse for moments, whatever the time zone", () => {
    const moment = toFormField("a", {type: "string", format: "date-time"});
    for (const text of ["2024-06-30T22:15:00.000Z", "2024-12-31T23:59:59.000Z"])
      expect(toValue(toControlText(text, "moment"), moment)).toBe(text);
  });
});
