import {describe, expect, test} from "vitest";
import {FIELD_KINDS, toFieldKind, withFieldKind} from "../../components/field-kinds.ts";
import {toPlural, toSingular} from "../../components/plural.ts";
import {NEW_FIELD, NEW_TYPE, fromTypeDraft, toTypeDraft} from "../../components/type-draft.ts";
import {InputError, toEntryType} from "../../src/index.ts";

const BOOK = toEntryType({
  name: "book",
  label: "Book",
  plural: "Books",
  schema: {
    type: "object",
    properties: {
      title: {type: "string", title: "Title", minLength: 1},
      isbn: {type: "string", title: "ISBN"},
      shelf_mark: {type: "string", enum: ["a", "b"]}
    },
    required: ["title"]
  },
  titleField: "title",
  keyField: "isbn"
});

describe("type drafts", () => {
  test("toTypeDraft(type) and fromTypeDraft(draft) are inverse", () => {
    expect(fromTypeDraft(toTypeDraft(BOOK), new Set(["book"]))).toEqual(BOOK);
  });

  test("fromTypeDraft(draft, taken) makes names of labels, each once, and takes none that is taken", () => {
    const fields = [
      {...NEW_FIELD, label: "Serial no."},
      {...NEW_FIELD, label: "serial no"}
    ];
    const type = fromTypeDraft({...NEW_TYPE, label: "Book", fields, title: 1}, new Set(["book"]));
    expect(type.name).toBe("book_2");
    expect(type.plural).toBe("Books");
    expect(Object.keys(type.schema.properties)).toEqual(["serial_no", "serial_no_2"]);
    expect(type.titleField).toBe("serial_no_2");
  });

  test("fromTypeDraft(draft, taken) forgets a key whose field is gone, and keeps the rest of a schema", () => {
    const draft = toTypeDraft(BOOK);
    const type = fromTypeDraft({...draft, fields: draft.fields.slice(0, 1)}, new Set());
    expect(type.keyField).toBeNull();
    expect(type.schema.properties.title).toEqual({type: "string", title: "Title", minLength: 1});
  });

  test("fromTypeDraft(draft, taken) says what is missing", () => {
    const draft = {...NEW_TYPE, label: "Book"};
    const toBad =
      (change: object): (() => unknown) =>
      () =>
        fromTypeDraft({...draft, ...change}, new Set());
    expect(toBad({label: " "})).toThrow(InputError);
    expect(toBad({fields: []})).toThrow("fields are missing");
    expect(toBad({fields: [NEW_FIELD]})).toThrow("field name is missing");
    expect(toBad({fields: [{...NEW_FIELD, label: "State", kind: "choice"}]})).toThrow(
      "choices are missing: State"
    );
  });

  test("choices keep the type that they had", () => {
    const type = toEntryType({
      name: "a",
      schema: {type: "object", properties: {n: {enum: [1, 2]}}}
    });
    const draft = toTypeDraft(type);
    const fields = [{...draft.fields[0]!, choices: "2\n3\n2"}];
    expect(fromTypeDraft({...draft, fields}, new Set()).schema.properties.n!.enum).toEqual([
      2,
      "3"
    ]);
  });
});

describe("field kinds", () => {
  test("toFieldKind(schema) finds the kind that each kind's own schema has", () => {
    for (const [kind, {schema}] of Object.entries(FIELD_KINDS))
      expect(toFieldKind(schema)).toBe(kind);
  });

  test("withFieldKind(schema, kind) keeps names and hints, and leaves a schema of that kind alone", () => {
    const schema = {type: "string", title: "T", description: "D", minLength: 2} as const;
    expect(withFieldKind(schema, "text")).toBe(schema);
    expect(withFieldKind(schema, "number")).toEqual({type: "number", title: "T", description: "D"});
  });
});

test("toPlural(noun) and toSingular(noun) are inverse for most nouns", () => {
  for (const noun of [
    "Freezer",
    "Box",
    "City",
    "Boss",
    "Day",
    "Note",
    "Site",
    "Person",
    "Sales person"
  ])
    expect(toSingular(toPlural(noun))).toBe(noun);
  for (const noun of ["status", "music", "glass"]) expect(toSingular(noun)).toBe(noun);
});
