import {expect, onTestFinished, test} from "vitest";
import {UnavailableError} from "../../../../src/lib/errors.ts";
import type {Store} from "../../../../src/store/store.ts";
import {createSearch} from "../../../../src/workspace/search/create-search.ts";
import type {SearchLink} from "../../../../src/workspace/search/search-link.ts";
import {openSearchHere, openSearchWorker} from "../../../../src/workspace/search/search-link.ts";
import type {Search, SearchAnswer, SearchOptions} from "../../../../src/workspace/search/search.ts";
import {EMPTY_CATALOGUE} from "../../../../src/model/catalogue.ts";
import {BOOK, book, freshStore} from "../../store/fresh-store.ts";
import {SEARCH_URL} from "../../worker-urls.ts";
import {openMeaning} from "../meaning/letters.ts";
import {noteEnd, openNotes} from "./ground.ts";

const OPENERS: Readonly<Record<string, () => SearchLink>> = {
  "in a worker": () => openSearchWorker(SEARCH_URL),
  here: openSearchHere
};

/** Over a store, without rows and without a model. */
function open(store: Store, openLink: () => SearchLink): Search {
  const meaning = openMeaning(store, {
    open: () => Promise.reject(new UnavailableError("no model"))
  });
  const {search, close} = createSearch(
    {
      store,
      storeFailure: undefined,
      meaning,
      catalogue: () => Promise.resolve(EMPTY_CATALOGUE),
      imports: {tables: () => Promise.resolve([{name: "travels"}])}
    },
    openLink
  );
  onTestFinished(close);
  return search;
}

async function answers(
  search: Search,
  text: string,
  options?: SearchOptions
): Promise<SearchAnswer[]> {
  const all: SearchAnswer[] = [];
  for await (const answer of search.find(text, options)) all.push(answer);
  return all;
}

async function titles(search: Search, text: string, options?: SearchOptions): Promise<string[]> {
  return (await answers(search, text, options)).at(-1)!.hits.map(({title}) => title.text);
}

test.for(Object.keys(OPENERS))(
  "find(text) %s follows entries, and marks what answers",
  async (where) => {
    const store = await freshStore(BOOK);
    const {id} = await store.entries.add(book({title: "Walking in the Alps"}));
    await store.entries.add(book({title: "Cooking at home"}));
    const search = open(store, OPENERS[where]!);
    const [first] = await answers(search, "walks");
    expect(first?.hits).toMatchObject([
      {kind: "entry", end: id, title: {text: "Walking in the Alps", marks: [[0, 7]]}, from: "book"}
    ]);
    expect(first?.hits[0]?.why).toMatchObject([{by: "words", words: ["walking"]}]);

    await store.entries.update(id, {fields: {title: "Running by the sea"}});
    expect(await titles(search, "walks")).toEqual([]);
    expect(await titles(search, "sea")).toEqual(["Running by the sea"]);
    await store.entries.remove([id]);
    expect(await titles(search, "sea")).toEqual([]);
  }
);

test("find(text) names tables, and the pages and commands that were offered last", async () => {
  const search = open(await freshStore(BOOK), openSearchHere);
  search.offer([{kind: "page", end: "/gone", title: "Travel plans"}]);
  expect(await titles(search, "trav")).toEqual(["Travel plans", "raw.travels"]);
  search.offer([{kind: "command", end: "import", title: "Import a file", text: "travel upload"}]);
  expect((await titles(search, "travel")).toSorted()).toEqual(["Import a file", "raw.travels"]);
  expect(await titles(search, "travel", {kinds: ["command"]})).toEqual(["Import a file"]);
});

test("find(text) reads tables, joins what means the same, counts it, and says which tables it leaves out", async () => {
  const {search} = await openNotes(await freshStore(BOOK), openSearchHere);
  const all = await answers(search, "bob after:2020 -soup");
  expect(all.map(({isWhole}) => isWhole)).toEqual([false, false, true]);
  const {hits, total, facets, leftOut, unchosen} = all.at(-1)!;
  expect(hits.map(({end, why}) => [end, why.map(({by}) => by)])).toEqual([
    [noteEnd(0), ["words", "meaning"]],
    [noteEnd(1), ["meaning"]]
  ]);
  expect(hits[0]).toMatchObject({kind: "row", from: "notes", time: Date.UTC(2020, 1)});
  expect(total).toBe(2);
  expect(facets.find(({name}) => name === "year")?.values).toEqual([
    {value: "2020", count: 1},
    {value: "2021", count: 1}
  ]);
  expect(leftOut).toEqual(["log (90,000 rows; choose it to search it)"]);
  expect(unchosen).toEqual(["codes"]);

  const ends = async (text: string, options: SearchOptions): Promise<string[]> =>
    (await search.answer(text, options)).hits.map(({end}) => end);
  expect(await ends("bobbin after:2021", {mode: "semantic"})).toEqual([noteEnd(1)]);
  expect(await ends("", {like: noteEnd(0)})).toEqual([noteEnd(1)]);
  expect(await ends("year:2020", {like: noteEnd(1)})).toEqual([noteEnd(0)]);
  await expect(search.answer("", {like: noteEnd(4)})).rejects.toThrow("nothing to compare");
});

test("find(text) ends without a word when its signal is aborted", async () => {
  const search = open(await freshStore(BOOK), () => openSearchWorker(SEARCH_URL));
  const controller = new AbortController();
  const found: SearchAnswer[] = [];
  for await (const answer of search.find("train", {signal: controller.signal})) {
    found.push(answer);
    controller.abort();
  }
  expect(found).toHaveLength(1);
});
