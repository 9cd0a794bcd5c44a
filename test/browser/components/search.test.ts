import {userEvent} from "vitest/browser";
import {afterEach, expect, onTestFinished, test} from "vitest";
import {chooseClause, hasClause} from "../../../components/search-clauses.ts";
import "../../../components/lb-palette.ts";
import "../../../components/lb-search-hits.ts";
import "../../../components/lb-search.ts";
import type {SearchHit, Workspace} from "../../../src/index.ts";
import {EMPTY_CATALOGUE} from "../../../src/model/catalogue.ts";
import {createSearch} from "../../../src/workspace/search/create-search.ts";
import {openSearchWorker} from "../../../src/workspace/search/search-link.ts";
import {EMPTY_ANSWER} from "../../../src/workspace/search/search.ts";
import {BOOK, book, freshStore} from "../store/fresh-store.ts";
import {SEARCH_URL} from "../worker-urls.ts";
import {openMeaning} from "../workspace/meaning/letters.ts";
import {NOTES_CATALOGUE, noteEnd, openNotes} from "../workspace/search/ground.ts";
import {expectAccessible, mount, part, parts} from "./mount.ts";
import {EVIL} from "./records.ts";

afterEach(() => history.replaceState(null, "", location.pathname));

/** The sizes that a page has for its columns. */
const WIDE = "width: 1000px";

async function openWorkspace(): Promise<Workspace> {
  const store = await freshStore(BOOK);
  await store.entries.addAll([
    book({title: `Bob ${EVIL}`, note: "bobbing about"}),
    book({title: "Gardens"})
  ]);
  const {search, meaning, lake} = await openNotes(store);
  await meaning.embedded("ws.book");
  const empty = {async *[Symbol.asyncIterator]() {}};
  return {
    store,
    meaning,
    finder: search,
    storeFailure: undefined,
    catalogue: () => Promise.resolve(NOTES_CATALOGUE),
    imports: {tables: () => Promise.resolve([])},
    typeahead: () => empty[Symbol.asyncIterator](),
    query: lake.query.bind(lake)
  } as unknown as Workspace;
}

function hits(page: Element): string[] {
  const list = page.shadowRoot!.querySelector("lb-search-hits");
  return list ? parts(list, ".title").map(({textContent}) => textContent.trim()) : [];
}

function facet(page: Element, name: string): HTMLElement | undefined {
  const facets = page.shadowRoot!.querySelector("lb-search-facets");
  return facets ? parts(facets, "button").find(({title}) => title === name) : undefined;
}

test("<lb-search> finds rows and entries by words and meaning, narrows, chooses and leads on, by keyboard; it is accessible", async () => {
  const workspace = await openWorkspace();
  const page = await mount("lb-search", {workspace}, WIDE);
  const box = part<HTMLInputElement>(page, "input[type=search]");
  expect((page.shadowRoot as ShadowRoot).activeElement).toBe(box);
  await expect
    .poll(() => part(page, "lb-search-start").shadowRoot!.textContent)
    .toContain("For example");
  await userEvent.keyboard("bob");
  await expect.poll(() => hits(page)).toContain("Ribbons, ribbons"); // which has no word of it
  expect(new Set(hits(page))).toEqual(
    new Set([`Bob ${EVIL}`, "Bob goes home", "Ribbons, ribbons"])
  );
  expect(document.querySelector("img")).toBeNull();
  const list = part(page, "lb-search-hits");
  expect(list.shadowRoot!.textContent).toMatch(/near in meaning \d\.\d\d/);
  expect(part(list, "mark").textContent).toBe("Bob");
  expect(part(page, ".status").textContent).toContain("log (90,000 rows; choose it to search it)");
  expect(new URLSearchParams(location.search).get("q")).toBe("bob");
  await expectAccessible(page);

  await userEvent.click(facet(page, "notes")!);
  await expect.poll(() => hits(page)).toEqual(["Bob goes home", "Ribbons, ribbons"]);
  expect(box.value).toBe("bob in:notes");
  expect(facet(page, "notes")!.getAttribute("aria-pressed")).toBe("true");
  // the others can still be chosen
  expect(facet(page, "book")!.textContent).toMatch(/book\s*1/);
  box.focus();
  await userEvent.keyboard("{ArrowDown}xjx");
  const chosen = part(page, "lb-search-chosen");
  await expect.poll(() => chosen.shadowRoot!.textContent).toContain("2 rows of notes");
  const [sql] = parts<HTMLAnchorElement>(chosen, "a");
  expect(new URL(sql!.href).searchParams.get("sql")).toBe(
    'select * from lake."notes"\nwhere rowid in (0, 1)'
  );
  const [first] = parts<HTMLAnchorElement>(list, "a.title");
  expect(new URL(first!.href).search).toBe(
    `?${new URLSearchParams({table: "notes", sql: 'select * from lake."notes" where rowid = 0'}).toString()}`
  );
  const [like] = parts<HTMLAnchorElement>(list, "a.alike");
  expect(new URL(like!.href).searchParams.get("like")).toBe(noteEnd(0));
  await userEvent.click(part(chosen, "button"));
  await expect
    .poll(() => chosen.shadowRoot!.querySelector("lb-keep-dialog")?.shadowRoot?.textContent)
    .toContain("Keep 2 rows");
});

test("<lb-search> shows what its address says, and goes back", async () => {
  history.replaceState(null, "", `?like=${encodeURIComponent(noteEnd(0))}`);
  const workspace = await openWorkspace();
  const page = await mount("lb-search", {workspace}, WIDE);
  await expect.poll(() => hits(page)[0]).toBe("Ribbons, ribbons");
  expect(hits(page)).not.toContain("Bob goes home");
  // another one like it is looked for in place: this very page and what it has read are still there
  await userEvent.click(part(part(page, "lb-search-hits"), "a.alike"));
  await expect.poll(() => new URLSearchParams(location.search).get("like")).not.toBe(null);
  expect(page.isConnected).toBe(true);
  await userEvent.fill(part(page, "input[type=search]"), "xylo");
  await expect
    .poll(() => part(page, ".status").textContent)
    .toMatch(/0 found[^]*1 table\s+without long texts/);
  expect(location.search).toBe("?q=xylo");
  history.replaceState(null, "", `?like=${encodeURIComponent(noteEnd(0))}`);
  dispatchEvent(new PopStateEvent("popstate"));
  await expect.poll(() => hits(page)[0]).toBe("Ribbons, ribbons");
  await userEvent.click(part(page, ".status button"));
  await expect.poll(() => page.shadowRoot!.querySelector("lb-search-start")).not.toBeNull();
  history.back();
  await expect.poll(() => hits(page)[0]).toBe("Ribbons, ribbons");
});

test("<lb-search> of a workspace without texts says so, and where some come from", async () => {
  const store = await freshStore(BOOK);
  const {search, close} = createSearch(
    {
      store,
      storeFailure: undefined,
      meaning: openMeaning(store),
      catalogue: () => Promise.resolve(EMPTY_CATALOGUE),
      imports: {tables: () => Promise.resolve([])}
    },
    () => openSearchWorker(SEARCH_URL)
  );
  onTestFinished(close);
  search.offer([{kind: "command", end: "rail", title: "Collapse or open the rail"}]);
  const workspace = {...(await openWorkspace()), finder: search} as unknown as Workspace;
  const page = await mount("lb-search", {workspace}, WIDE);
  const start = part(page, "lb-search-start");
  await expect.poll(() => start.shadowRoot!.textContent).toContain("There is no text yet.");
  expect(start.shadowRoot!.textContent).not.toContain("For example");
  expect(part(start, "a").getAttribute("href")).toBe("./import.html");
});

test("<lb-search> says what was not understood when all is read, and shows nothing of before where it fails", async () => {
  const {finder, ...others} = await openWorkspace();
  const notUnderstood = {...EMPTY_ANSWER, problem: '"in:" is no field'};
  const steps = [new Promise<void>(() => undefined), Promise.reject(new Error("worker gone"))];
  steps[1]!.catch(() => undefined);
  const slow: Workspace["finder"] = {
    ...finder,
    async *find(text, options) {
      if (text === "bob") yield* finder.find(text, options);
      if (text === "bob in:x") yield notUnderstood;
      if (text !== "bob") await steps[text === "bob in:x" ? 0 : 1];
    }
  };
  const page = await mount(
    "lb-search",
    {workspace: {...others, finder: slow} as unknown as Workspace},
    WIDE
  );
  const box = part<HTMLInputElement>(page, "input[type=search]");
  await userEvent.fill(box, "bob");
  await expect.poll(() => hits(page).length).toBe(3);
  await userEvent.fill(box, "bob in:x");
  await expect.poll(() => part(page, ".status").textContent).toContain("Searching …");
  await expect.poll(() => hits(page)).toEqual([]);
  expect(part(page, ".status").textContent).not.toContain("is no field");
  await userEvent.fill(box, "bob");
  await expect.poll(() => hits(page).length).toBe(3);
  await userEvent.fill(box, "bobs");
  await expect
    .poll(() => page.shadowRoot!.querySelector("lb-failure")?.shadowRoot?.textContent)
    .toContain("worker gone");
  expect(hits(page)).toEqual([]);
  expect(part(page, ".status").textContent.trim()).toBe("");
});

test("<lb-search-hits> opens what is said more than once to its places, and leads to rows of imported tables", async () => {
  const imported = `row:raw.sms/${"cd".repeat(32)}/0`;
  const hit: SearchHit = {
    kind: "row",
    end: noteEnd(0),
    title: {text: "Bob", marks: []},
    snippet: {text: "", marks: []},
    from: "notes",
    time: null,
    score: 1,
    why: [],
    alike: 1203,
    others: [
      {end: noteEnd(1), from: "notes", time: Date.UTC(2024, 6)},
      {end: imported, from: "raw.sms", time: Date.UTC(2024, 1)}
    ]
  };
  const columns = [{name: "text", type: "VARCHAR"}];
  const tables = {
    catalogue: NOTES_CATALOGUE,
    imported: new Map([["sms", {name: "sms", columns, key: []}]])
  };
  const list = await mount("lb-search-hits", {hits: [hit], tables});
  const times = part<HTMLButtonElement>(list, ".times");
  expect([times.textContent.trim(), times.ariaExpanded]).toEqual(["× 1,203", "false"]);
  times.focus();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => times.ariaExpanded).toBe("true");
  const places = part(list, "[aria-label='The same elsewhere']");
  expect(places.textContent.replace(/\s+/g, " ")).toContain(
    "raw.sms 2024-02-01notes 2024-07-01 and 1,200 more"
  );
  const {searchParams} = new URL(places.querySelector("a")!.href);
  expect(searchParams.get("table")).toBe("raw.sms");
  expect(searchParams.get("row")).toBe(imported);
  await expectAccessible(list);
});

test("<lb-palette> finds what says it behind the names, leaves what is selected where it is, and leads to all results", async () => {
  const workspace = await openWorkspace();
  const fixed = [{kind: "page" as const, name: "Bobsleds", hint: "", href: "#bobsleds"}];
  const palette = await mount("lb-palette", {workspace, fixed});
  palette.open();
  await userEvent.keyboard("bob");
  const options = (): string[] =>
    parts(palette, "[role=option]").map(({textContent}) => textContent.replace(/\s+/g, " ").trim());
  await expect.poll(() => options().join()).toContain("Ribbons");
  expect(options()[0]).toBe("page Bobsleds");
  expect(options().at(-1)).toMatch(/^search All results for “bob” \d+$/);
  expect(part(palette, "[aria-selected=true]").textContent).toContain("Bobsleds");
  await expectAccessible(palette);
  await userEvent.keyboard("{Enter}");
  expect(location.hash).toBe("#bobsleds");
  const recent = (): Promise<unknown> => workspace.store.settings.get("here.search.recent");
  await expect.poll(recent).toEqual(["bob"]);
  palette.open();
  await expect.poll(() => options()[0]).toBe("search bob");
});

test("<lb-palette> says why texts are not searched, and shows none of another question", async () => {
  const {finder, ...others} = await openWorkspace();
  const broken: Workspace["finder"] = {
    ...finder,
    async *find(text, options) {
      if (text !== "bob") throw new Error("worker gone");
      yield* finder.find(text, options);
    }
  };
  const workspace = {...others, finder: broken} as unknown as Workspace;
  const palette = await mount("lb-palette", {workspace, fixed: []});
  palette.open();
  const text = (): string => palette.shadowRoot!.textContent;
  await userEvent.keyboard("bob");
  await expect.poll(text).toContain("Ribbons");
  await userEvent.keyboard("s");
  await expect.poll(text).toContain("Texts are not searched: worker gone");
  expect(text()).not.toContain("Ribbons");
});

test("chooseClause(text, name, value) writes what is not there in the place of another, and takes away what is", () => {
  expect(chooseClause("tea", "in", "my notes")).toBe('tea in:"my notes"');
  expect(chooseClause('tea in:"my notes" -cup', "in", "my notes")).toBe("tea -cup");
  expect(chooseClause('tea in:"my notes" OR in:b -in:c', "in", "a")).toBe("tea -in:c in:a");
  expect(chooseClause("tea is:row", "kind", "row")).toBe("tea");
  expect(hasClause("tea tag:red-wine", "tag", "red")).toBe(false);
});
