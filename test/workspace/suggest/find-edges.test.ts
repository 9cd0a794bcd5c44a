import {describe, expect, test} from "vitest";
import type {Edge, EdgeKind, Entry, EntryType} from "../../../src/index.ts";
import {toEdgeKind, toEntryType} from "../../../src/index.ts";
import {findEdges} from "../../../src/workspace/suggest/find-edges.ts";
import {TitleIndex} from "../../../src/workspace/suggest/title-index.ts";

const TYPES: readonly EntryType[] = [
  toEntryType({
    name: "book",
    schema: {
      type: "object",
      properties: {
        title: {type: "string"},
        author: {type: "string", title: "Author"},
        read: {type: "string", format: "date"},
        notes: {type: "string"},
        subjects: {type: "array", items: {type: "string"}}
      }
    }
  }),
  toEntryType({
    name: "person",
    keyField: "code",
    schema: {type: "object", properties: {name: {type: "string"}, code: {type: "string"}}}
  })
];
const WRITTEN_BY = toEdgeKind({
  name: "written_by",
  label: "written by",
  inverse: "wrote",
  fromTypes: ["book"],
  toTypes: ["person"]
});

function entry(id: string, type: string, fields: Record<string, string | string[]>): Entry {
  const title = fields.title ?? fields.name;
  return {
    id,
    type,
    slug: id,
    title: String(title),
    fields,
    tags: [],
    source: null,
    created: 0,
    updated: 0,
    revision: 1
  };
}

/** "from kind to: evidence" of what is suggested for the first entry. */
function suggest(
  entries: readonly [Entry, ...Entry[]],
  {kinds = [], edges = []}: {kinds?: EdgeKind[]; edges?: Pick<Edge, "from" | "to">[]} = {}
): string[] {
  const types = new Map(TYPES.map((type) => [type.name, type]));
  const index = new TitleIndex();
  for (const one of entries) index.add(one, types.get(one.type));
  const isJoined = (a: string, b: string): boolean =>
    edges.some(({from, to}) => (from === a && to === b) || (from === b && to === a));
  return findEdges(entries[0], {index, kinds, types, isJoined}).map(({proposal, evidence}) =>
    proposal.do === "edge"
      ? `${proposal.from} ${proposal.kind} ${proposal.to}: ${evidence[0]!.what}`
      : ""
  );
}

const LE_GUIN = entry("p", "person", {name: "Ursula Le Guin", code: "ULG-1"});

describe("findEdges(entry, finder)", () => {
  test("joins an entry to that of another type whose title or key is in a field, whatever the case and accents", () => {
    const said = "Author is “ursula  lé guin”, which is the name of a Person";
    const book = entry("b", "book", {title: "Dune", author: "ursula  lé guin"});
    expect(suggest([book, LE_GUIN])).toEqual([`b related_to p: ${said}`]);
    const byKey = entry("b", "book", {title: "Dune", author: "ulg-1"});
    expect(suggest([byKey, LE_GUIN])).toHaveLength(1);
    const inList = entry("b", "book", {title: "Dune", subjects: ["x", "Ursula Le Guin"]});
    expect(suggest([inList, LE_GUIN])).toHaveLength(1);
  });

  test("takes the kind that is called like the field, else the only one made for the types, in its direction", () => {
    const book = entry("b", "book", {title: "Dune", author: "Ursula Le Guin"});
    expect(suggest([book, LE_GUIN], {kinds: [WRITTEN_BY]})[0]).toMatch(/^b written_by p/);
    const author = toEdgeKind({name: "author"});
    expect(suggest([book, LE_GUIN], {kinds: [WRITTEN_BY, author]})[0]).toMatch(/^b author p/);
    const wrote = toEdgeKind({name: "wrote", fromTypes: ["person"], toTypes: ["book"]});
    expect(suggest([book, LE_GUIN], {kinds: [wrote]})[0]).toMatch(/^p wrote b/);
    expect(suggest([book, LE_GUIN], {kinds: [WRITTEN_BY, wrote]})[0]).toMatch(/^b related_to p/);
  });

  test("finds titles that a longer text mentions as whole words, and quotes the place", () => {
    const notes =
      "On the train I met\nURSULA LE GUIN’s sister and we spoke of the book for a long while.";
    const book = entry("b", "book", {title: "Dune", notes});
    expect(suggest([book, LE_GUIN])).toEqual([
      "b mentions p: Notes: “On the train I met URSULA LE GUIN’s sister and we spoke of the book for a…”"
    ]);
    const part = entry("b", "book", {title: "Dune", notes: "Ursula Le Guindon was there"});
    expect(suggest([part, LE_GUIN])).toEqual([]);
  });

  test("finds no mention of short words, of what many are called, of itself, or in dates", () => {
    const book = entry("b", "book", {
      title: "Kitchen stories",
      notes: "Kitchen stories: tea, kitchen"
    });
    const [tea, kitchen] = ["tea", "kitchen"].map((name) => entry(name, "person", {name}));
    expect(suggest([book, tea!])).toEqual([]);
    expect(suggest([book, kitchen!])).toHaveLength(1);
    const namesakes = ["1", "2", "3", "4"].map((id) => entry(id, "person", {name: "Kitchen"}));
    expect(suggest([book, ...namesakes])).toEqual([]);
    const dated = entry("b", "book", {title: "Dune", read: "2024-01-01"});
    expect(suggest([dated, entry("p", "person", {name: "2024-01-01"})])).toEqual([]);
  });

  test("suggests nothing between entries that are joined already, and at most one edge to each", () => {
    const fields = {title: "Dune", author: "Ursula Le Guin", notes: "By Ursula Le Guin, again"};
    const book = entry("b", "book", fields);
    expect(suggest([book, LE_GUIN])).toHaveLength(1);
    expect(suggest([book, LE_GUIN], {edges: [{from: "p", to: "b"}]})).toEqual([]);
  });
});
