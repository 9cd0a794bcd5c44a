import {describe, expect, test} from "vitest";
import {createField} from "../../components/field-draft.ts";
import type {FieldKind} from "../../components/field-kinds.ts";
import {FIELD_KINDS, toFieldKind, withFieldKind, withHints} from "../../components/field-kinds.ts";
import {toPlural, toSingular} from "../../components/plural.ts";
import {
  addField,
  moveField,
  removeField,
  setField,
  toRenames,
  withSchema
} from "../../components/type-draft-edit.ts";
import type {TypeDraft} from "../../components/type-draft.ts";
import {createTypeDraft, fromTypeDraft, toTypeDraft} from "../../components/type-draft.ts";
import type {ObjectSchema} from "../../src/index.ts";
import {InputError, toEntryType} from "../../src/index.ts";

const NONE: ReadonlySet<string> = new Set();

const BOOK = toEntryType({
  name: "book",
  label: "Book",
  plural: "Books",
  schema: {
    type: "object",
    properties: {
      title: {type: "string", title: "Title", minLength: 1},
      isbn: {type: "string", title: "ISBN", "x-lakebook": {when: {field: "title", is: []}}},
      shelf_mark: {type: "string", enum: ["a", "b"]}
    },
    required: ["title"]
  },
  titleField: "title",
  keyField: "isbn"
});

/** A type with everything that drafts know of, and with what they do not. */
const ODD = toEntryType({
  name: "odd",
  extends: "book",
  abstract: true,
  titleField: "title",
  titleTemplate: "{maker} {size}",
  unique: [["maker", "size"]],
  help: "Odd things.",
  schema: {
    type: "object",
    $comment: "kept",
    properties: {
      maker: {type: "string", readOnly: true, title: "Maker"},
      size: {
        type: "object",
        properties: {width: {type: "number", exclusiveMinimum: 0}, unit: {enum: [1, "b"]}},
        required: ["width"],
        additionalProperties: false
      },
      parts: {type: "array", items: {type: "object", properties: {n: {type: "integer"}}}},
      any: {type: "array"},
      marks: {type: "array", items: {enum: ["x", "y"]}, uniqueItems: true, maxItems: 2},
      maybe: {type: ["string", "null"], anyOf: [{minLength: 2}, {const: null}]},
      where: {"x-lakebook": {kind: "reference", edge: {kind: "in", direction: "out"}}},
      sum: {"x-lakebook": {kind: "computed", sql: "size + 1", width: "half"}},
      later: {"x-lakebook": {kind: "of a later version"}}
    },
    required: ["title", "maker"],
    allOf: [{minProperties: 1}]
  } as unknown as ObjectSchema
});

function find(draft: TypeDraft, name: string): string {
  return draft.fields.find((field) => field.name === name)!.id;
}

describe("type drafts", () => {
  test("toTypeDraft(type) and fromTypeDraft(draft) are inverse, also of what drafts do not know", () => {
    for (const type of [BOOK, ODD])
      expect(fromTypeDraft(toTypeDraft(type), new Set([type.name]))).toEqual(type);
  });

  test("setField(draft, id, change) names a new field after its label, each once, and takes no name that is taken", () => {
    let draft = addField(addField({...createTypeDraft(), fields: [], label: "Book"}));
    const [a, b] = draft.fields.map(({id}) => id);
    draft = setField(draft, a!, {label: "Serial no."});
    draft = setField(draft, b!, {label: "Serial"});
    draft = setField({...draft, title: "serial"}, b!, {label: "serial no"});
    const type = fromTypeDraft(draft, new Set(["book"]));
    expect(type.name).toBe("book_2");
    expect(type.plural).toBe("Books");
    expect(Object.keys(type.schema.properties)).toEqual(["serial_no", "serial_no_2"]);
    expect(type.titleField).toBe("serial_no_2");
    expect(setField(draft, a!, {label: "Notes"}, ["notes"]).fields[0]!.name).toBe("notes_2");
  });

  test("setField(draft, id, change) renames a field wherever it is meant, and keeps the name of a label that changes", () => {
    const draft = {...toTypeDraft(BOOK), template: "{title}, {isbn}", unique: [["title"]]};
    const id = find(draft, "title");
    expect(setField(draft, id, {label: "Heading"}).fields[0]!.name).toBe("title");
    const renamed = setField(draft, id, {name: "heading"});
    expect(toRenames(renamed)).toEqual(new Map([["title", "heading"]]));
    expect(fromTypeDraft(renamed, NONE)).toMatchObject({
      titleField: "heading",
      titleTemplate: "{heading}, {isbn}",
      unique: [["heading"]],
      schema: {
        required: ["heading"],
        properties: {isbn: {"x-lakebook": {when: {field: "heading"}}}}
      }
    });
  });

  test("removeField(draft, id) forgets what referred to the field, and keeps the rest of a schema", () => {
    const draft = {...toTypeDraft(BOOK), template: "{title} {isbn}", unique: [["isbn", "title"]]};
    const type = fromTypeDraft(removeField(draft, find(draft, "isbn")), NONE);
    expect(type).toMatchObject({keyField: null, titleTemplate: "{title}", unique: [["title"]]});
    expect(type.schema.properties.title).toEqual({type: "string", title: "Title", minLength: 1});
    const rest = fromTypeDraft(removeField(draft, find(draft, "title")), NONE);
    expect(rest.schema.required).toEqual([]);
    expect(rest.schema.properties.isbn).toEqual({type: "string", title: "ISBN"});
    expect(rest.titleField).toBe("isbn");
  });

  test("moveField(fields, id, to) changes the order, and stays within it", () => {
    const {fields} = toTypeDraft(BOOK);
    const names = (to: number): string[] =>
      moveField(fields, fields[0]!.id, to).map(({name}) => name);
    expect(names(2)).toEqual(["isbn", "shelf_mark", "title"]);
    expect(names(3)).toEqual(["title", "isbn", "shelf_mark"]);
  });

  test("withSchema(draft, schema) takes a schema that was written, in which fields of one name stay the same", () => {
    const draft = toTypeDraft(BOOK);
    const schema = {
      ...BOOK.schema,
      properties: {title: {type: "string", title: "T"}, pages: {type: "integer"}}
    } as const;
    const next = withSchema(draft, schema);
    expect(next.fields.map(({id, former}) => [id, former])).toEqual([
      [draft.fields[0]!.id, "title"],
      [next.fields[1]!.id, undefined]
    ]);
    expect(fromTypeDraft(next, NONE)).toEqual({...BOOK, schema, keyField: null});
  });

  test("fromTypeDraft(draft, taken) says what is missing", () => {
    const draft = {...createTypeDraft(), label: "Book"};
    const toBad =
      (change: Partial<TypeDraft>): (() => unknown) =>
      () =>
        fromTypeDraft({...draft, ...change}, NONE);
    const withField =
      (kind: FieldKind): (() => unknown) =>
      () =>
        fromTypeDraft(addField(draft, createField({label: "State", kind})), NONE);
    expect(toBad({label: " "})).toThrow(InputError);
    expect(toBad({fields: []})).toThrow("fields are missing");
    expect(toBad({fields: [createField()]})).toThrow("field name is missing");
    expect(withField("choice")).toThrow("choices are missing: State");
    expect(withField("choices")).toThrow("choices are missing: State");
    expect(withField("reference")).toThrow("edge kind is missing: State");
    expect(withField("computed")).toThrow("expression is missing: State");
  });

  test("a type that extends another has its title, unless it has one of its own", () => {
    const draft = {...createTypeDraft(), label: "Novel", parent: "book", title: ""};
    const type = fromTypeDraft(draft, NONE);
    expect(type).toMatchObject({extends: "book", titleField: "", keyField: null});
    expect(fromTypeDraft({...draft, key: "isbn"}, NONE).keyField).toBe("isbn");
    expect(fromTypeDraft({...draft, title: "notes"}, NONE).titleField).toBe("notes");
    expect(fromTypeDraft({...draft, fields: []}, NONE).schema.properties).toEqual({});
  });

  test("choices keep the type that they had", () => {
    const type = toEntryType({
      name: "a",
      schema: {type: "object", properties: {n: {enum: [1, 2]}}}
    });
    const draft = toTypeDraft(type);
    const {schema} = fromTypeDraft(
      setField(draft, draft.fields[0]!.id, {choices: "2\n3\n2"}),
      NONE
    );
    expect(schema.properties.n!.enum).toEqual([2, "3"]);
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
    const hinted = {...schema, "x-lakebook": {group: "G", unit: "kg"}} as const;
    expect(withFieldKind(hinted, "money")["x-lakebook"]).toEqual({group: "G", kind: "money"});
  });

  test("withHints(schema, change) leaves no hint behind that says nothing", () => {
    const schema = withHints({type: "number"}, {unit: "kg"});
    expect(schema).toEqual({type: "number", "x-lakebook": {unit: "kg"}});
    expect(withHints(schema, {unit: ""})).toEqual({type: "number"});
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
