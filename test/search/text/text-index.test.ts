import {expect, test} from "vitest";
import {Random} from "../../../src/lib/random.ts";
import type {QueryRun} from "../../../src/search/text/query-run.ts";
import type {TextDocument} from "../../../src/search/text/text-document.ts";
import {TextIndex} from "../../../src/search/text/text-index.ts";

function doc(id: string, text: string, rest: Partial<TextDocument> = {}): TextDocument {
  return {id, fields: {text}, facets: {}, time: NaN, ...rest};
}

function indexOf(...documents: readonly TextDocument[]): TextIndex {
  const index = new TextIndex();
  for (const document of documents) index.put(document);
  return index;
}

function ids({hits}: QueryRun): string[] {
  return hits.map(({id}) => id);
}

const FILMS = indexOf(
  doc("a", "A film of trains in the snow", {
    fields: {title: "The general", text: "A film of trains in the snow"},
    facets: {kind: ["entry"], type: ["film"], tag: ["silent", "old one"], year: ["1926"]},
    time: Date.UTC(1926, 11, 31)
  }),
  doc("b", "", {
    fields: {title: "Snow trains", text: "Notes of a general kind about connections"},
    facets: {kind: ["row"], type: ["note"], tag: ["Sülze"], year: ["2024"]},
    time: Date.UTC(2024, 2, 9, 12)
  }),
  doc("c", "The train was late and nobody was connected", {
    facets: {kind: ["row"], type: ["note"], year: ["2024"]},
    time: Date.UTC(2024, 6, 1)
  })
);

test.for([
  ["trains snow", ["b", "a"], "words in the title count more"],
  ["connected", ["c", "b"], "another form of a word counts a little less"],
  ['"in the snow"', ["a"], "a phrase stands as it is"],
  ['"snow trains"', ["b"], "a phrase does not turn round"],
  ["snwo", ["b", "a"], "letters may have changed places"],
  ["conect", ["c", "b"], "a letter may be missing in a word that goes on"],
  ["gen", ["a", "b"], "the last word may go on"],
  ["gen snow", ["b", "a"], "a word before the last may not, so any of the words answers"],
  ["snow -film", ["b"], "what is excluded is not there"],
  ["late OR film", ["c", "a"], "one of two is enough"],
  ["title:general", ["a"], "a word in its field"],
  ["general tag:sulze", ["b"], "a tag, whatever its accents"],
  ['train tag:"old one"', ["a"], "a tag of two words"],
  ["is:row", ["c", "b"], "without words the newest come first"],
  ["train after:2024-04", ["c"], "after a month has begun"],
  ["train before:2024", ["a"], "before a year"],
  ["train on:2024-03-09", ["b"], "on a day"],
  ["train on:9.3.2024", ["b"], "on a day as it is written elsewhere"],
  ["train 2024", ["b", "c"], "a year is a time too"]
] as const)("TextIndex finds for `%s`: %s (%s)", ([query, expected]) => {
  expect(ids(FILMS.run(query, {match: "all"}))).toEqual(expected);
});

test.for([
  ["train type:nothing", 'nothing has type "nothing"'],
  ["train on:someday", '"on:someday" names no date'],
  ["train colour:red", '"colour:" is no field']
] as const)(
  "TextIndex answers what it understands of `%s`, and tells the rest",
  ([query, problem]) => {
    const run = FILMS.run(query, {match: "all"});
    expect(ids(run)).toContain("c");
    expect(run.problem).toContain(problem);
  }
);

test("TextIndex says of each hit which word answered how, and counts facets over all hits", () => {
  const {hits, total, facets} = FILMS.run("conection trainz", {limit: 1, match: "any"});
  expect(hits[0]?.terms.map(({term, word, how, field}) => [term, word, how, field])).toEqual([
    ["conection", "connections", "typo", "text"],
    ["trainz", "trains", "typo", "title"]
  ]);
  expect(total).toBe(3);
  expect(facets.get("type")).toEqual([
    {value: "note", count: 2},
    {value: "film", count: 1}
  ]);
});

test("TextIndex knows the forms of words of the languages that its texts are in", () => {
  const index = indexOf(
    doc("de", "Die Häuser sind alt und die Straße ist nicht weit von der Kirche"),
    doc("fr", "Nous avons mangé dans les maisons qui sont sur la place avec des amis"),
    doc("es", "Los perros que viven en la ciudad no son como los que viven en el campo"),
    doc("it", "Le canzoni che sono nella radio non sono quelle che cantano gli amici"),
    doc("nl", "De katten van de buren zijn niet in het huis maar op het dak"),
    doc("sv", "Flickorna och pojkarna är inte hemma men de kommer att vara med om det")
  );
  const found = ["Haus", "maison", "perro", "canzone", "kat", "flicka", "strasse"].map(
    (word) => index.run(index.parse(word, {isTyping: false})).hits[0]?.id
  );
  expect(found).toEqual(["de", "fr", "es", "it", "nl", "sv", "de"]);
});

test("TextIndex reads scripts without blanks, from right to left, signs, and one text of a megabyte", () => {
  const long = `${"filler words here ".repeat(60_000)}needle`;
  const index = indexOf(
    doc("ja", "東京都の天気は晴れ"),
    doc("th", "สวัสดีครับ"),
    doc("he", "שלום עולם"),
    doc("emoji", "good 🎉 party 👩‍👩‍👧"),
    doc("long", long)
  );
  const queries = ["天気", "สวัสดี", "עולם", "🎉", "needle", '"天気は"', "👩‍👩‍👧"];
  expect(queries.map((query) => ids(index.run(query, {match: "all"})))).toEqual(
    ["ja", "th", "he", "emoji", "long", "ja", "emoji"].map((id) => [id])
  );
});

test("TextIndex of nothing, of one text, of equal texts, and asked nothing, answers in order", () => {
  expect(ids(new TextIndex().run("anything"))).toEqual([]);
  expect(ids(indexOf(doc("one", "only one")).run("only"))).toEqual(["one"]);
  const equal = indexOf(...["c", "a", "b"].map((id) => doc(id, "all the same")), doc("empty", ""));
  expect(ids(equal.run("same"))).toEqual(["a", "b", "c"]);
  expect(ids(equal.run("the"))).toEqual(["a", "b", "c"]);
  for (const query of ["", "   ", '"', "-", ":", "()", "OR", "a:b:c", '-""', "tag:"])
    expect(ids(equal.run(query))).toEqual([]);
});

test("TextIndex gives the same after texts came and went as one made from what is left", () => {
  const random = new Random("come and go");
  const words = Array.from({length: 300}, (_, i) => `w${"abcdefghij"[i % 10]!}o${i.toString(5)}r`);
  const make = (i: number): TextDocument =>
    doc(
      `d${i % 700}`,
      Array.from({length: random.integer(1, 12)}, () => random.pick(words)).join(" "),
      {
        facets: {tag: [random.pick(["x", "y"])]}
      }
    );
  const index = new TextIndex();
  const left = new Map<string, TextDocument>();
  for (let i = 0; i < 9000; ++i) {
    const document = make(i);
    if (random.chance(0.2)) {
      expect(index.remove(document.id)).toBe(left.delete(document.id));
    } else {
      index.put(document);
      left.set(document.id, document);
    }
    if (i % 1000 === 0) index.run("wao1r");
  }
  const fresh = indexOf(...left.values());
  expect(index.size).toBe(left.size);
  for (const query of ["wao0r wbo1r", "wao", "tag:x wco2r", "wdo3r -wao0r"])
    expect(index.run(query)).toEqual(fresh.run(query));
});
