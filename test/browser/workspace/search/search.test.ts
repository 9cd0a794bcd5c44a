import {expect, onTestFinished, test} from "vitest";
import {UnavailableError} from "../../../../src/lib/errors.ts";
import type {Store} from "../../../../src/store/store.ts";
import {createMeaning} from "../../../../src/workspace/meaning/create-meaning.ts";
import type {Meaning} from "../../../../src/workspace/meaning/meaning.ts";
import {createSearch} from "../../../../src/workspace/search/create-search.ts";
import type {SearchLink} from "../../../../src/workspace/search/search-link.ts";
import {openSearchHere, openSearchWorker} from "../../../../src/workspace/search/search-link.ts";
import type {Search, SearchAnswer, SearchOptions} from "../../../../src/workspace/search/search.ts";
import {EMPTY_CATALOGUE} from "../../../../src/model/catalogue.ts";
import {BOOK, book, freshStore} from "../../store/fresh-store.ts";
import {SEARCH_URL} from "../../worker-urls.ts";

const OPENERS: Readonly<Record<string, () => SearchLink>> = {
  "in a worker": () => openSearchWorker(SEARCH_URL),
  here: openSearchHere
};

/** Over a store, without rows and without a model, unless told otherwise. */
function open(
  store: Store,
  openLink: () => SearchLink,
  meaning: Meaning = createMeaning({
    store,
    catalogue: () => Promise.resolve(EMPTY_CATALOGUE),
    query: () => Promise.reject(new Error("no tables")),
    embedder: () => Promise.reject(new UnavailableError("no model")),
    model: () => "none"
  }).meaning
): Search {
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
