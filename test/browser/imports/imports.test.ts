import {zipSync} from "fflate";
import {expect, test} from "vitest";
import type {Recipe} from "../../../src/model/recipe.ts";
import {file, importFiles, keptNames, openOne, openTab} from "./fresh-imports.ts";

const JANUARY =
  "id,day,what,amount\n1,2026-01-02,coffee,3.5\n2,2026-01-03,bread,4\n3,2026-01-04,tea,2\n";
const FEBRUARY =
  "id,day,what,amount\n2,2026-01-03,bread,4\n3,2026-01-04,green tea,2.5\n4,2026-02-01,milk,1\n";

const BY_ID = {target: "spending", key: ["id"]};

test("open(files) shows a table, what was guessed, and its first rows; keeps nothing", async () => {
  const tab = await openTab();
  const {item} = await openOne(tab, "spending-2026-01.csv", JANUARY);
  expect(item).toMatchObject({
    file: "spending-2026-01.csv",
    inner: "",
    format: "csv",
    connector: null,
    refusal: null,
    rows: 3,
    isSample: false,
    isRecognised: false,
    joins: false,
    knownBatches: [],
    mode: "import",
    included: true,
    stepFailure: null,
    estimate: {storageBytes: JANUARY.length, refusal: null}
  });
  expect(item.parse).toMatchObject({format: "csv", delimiter: ",", header: 1});
  expect(item.source.map(({name, type}) => `${name} ${type}`)).toEqual([
    "id BIGINT",
    "day DATE",
    "what VARCHAR",
    "amount DOUBLE"
  ]);
  expect(item.recipe).toMatchObject({target: "spending", steps: [], key: []});
  expect(item.sample.row(0)).toMatchObject({id: 1, what: "coffee"});
  expect(await tab.imports.batches()).toEqual([]);
  expect(await keptNames(tab.store)).toEqual([]);
});

test("commit() of an overlapping file adds only what is new, and counts what changed", async () => {
  const tab = await openTab();
  const [first] = await importFiles(tab, [file("2026-01.csv", JANUARY)], BY_ID);
  const [second] = await importFiles(tab, [file("2026-02.csv", FEBRUARY)], BY_ID);
  expect(first!.counts).toEqual({added: 3, changed: 0, unchanged: 0, refused: 0});
  expect(second!.counts).toEqual({added: 1, changed: 1, unchanged: 1, refused: 0});
  expect(await tab.rows("select id, what, amount from raw.spending order by id")).toEqual([
    {id: 1, what: "coffee", amount: 3.5},
    {id: 2, what: "bread", amount: 4},
    {id: 3, what: "green tea", amount: 2.5},
    {id: 4, what: "milk", amount: 1}
  ]);
  expect((await tab.imports.batches()).map(({id}) => id)).toEqual([second!.id, first!.id]);
  expect(await keptNames(tab.store)).toHaveLength(2);
});

test("commit() of the same file again changes nothing, with a key or without", async () => {
  const tab = await openTab();
  await importFiles(tab, [file("a.csv", JANUARY)], {target: "plain"});
  const [again] = await importFiles(tab, [file("a.csv", JANUARY)], {target: "plain"});
  expect(again!.counts).toEqual({added: 0, changed: 0, unchanged: 3, refused: 0});
  expect(await tab.rows("select count(*) as n from raw.plain")).toEqual([{n: 3}]);
  const {item} = await openOne(tab, "a (1).csv", JANUARY);
  expect(item.knownBatches).toHaveLength(2);
  expect(item).toMatchObject({isRecognised: true, joins: true, recipe: {target: "plain"}});
  expect(await keptNames(tab.store)).toHaveLength(1);
});

test("commit() of files that overlap counts each after those before it, and the table is the same after a reload", async () => {
  const tab = await openTab();
  const march = "id,day,what,amount,who\n4,2026-02-01,oat milk,1,Ada\n5,2026-03-01,rice,2,Bob\n";
  const april = "id,day,what,amount\n6,2026-04-01,salt,1\n1,2026-01-02,espresso,3.5\n";
  await importFiles(tab, [file("2025-12.csv", "id,day,what,amount\n0,2025-12-31,cake,9\n")], BY_ID);
  const batches = await importFiles(
    tab,
    [file("1.csv", JANUARY), file("2.csv", FEBRUARY), file("3.csv", march), file("4.csv", april)],
    BY_ID
  );
  expect(batches.map(({counts}) => [counts.added, counts.changed, counts.unchanged])).toEqual([
    [3, 0, 0],
    [1, 1, 1],
    [1, 1, 0],
    [1, 1, 0]
  ]);
  const rows = await tab.rows("select id, what, who from raw.spending");
  expect(rows).toEqual([
    {id: 0, what: "cake", who: null},
    {id: 1, what: "espresso", who: null},
    {id: 2, what: "bread", who: null},
    {id: 3, what: "green tea", who: null},
    {id: 4, what: "oat milk", who: "Ada"},
    {id: 5, what: "rice", who: "Bob"},
    {id: 6, what: "salt", who: null}
  ]);
  const again = await openTab({name: tab.store.name});
  expect(await again.rows("select id, what, who from raw.spending")).toEqual(rows);
});

test("commit() of many files that are alike keeps their recipe once", async () => {
  const tab = await openTab();
  const months = ["01", "02", "03"].map((month) => file(`shop-2026-${month}.csv`, JANUARY));
  await importFiles(tab, months, BY_ID);
  expect(await tab.imports.recipes()).toMatchObject([{target: "spending", key: ["id"]}]);
  const {session, item} = await openOne(tab, "shop-2026-04.csv", FEBRUARY);
  expect(item).toMatchObject({isRecognised: true, others: []});
  await session.update(item.id, {recipe: {...item.recipe, name: "The shop"}});
  await session.commit();
  expect(await tab.imports.recipes()).toMatchObject([{name: "The shop"}]);
});

test("plan(item) counts what a batch would, and changes nothing", async () => {
  const tab = await openTab();
  await importFiles(tab, [file("2026-01.csv", JANUARY)], BY_ID);
  const {session, item} = await openOne(tab, "2026-02.csv", FEBRUARY);
  await session.update(item.id, {recipe: {...item.recipe, ...BY_ID}});
  expect(await session.plan(item.id)).toEqual({added: 1, changed: 1, unchanged: 1, refused: 0});
  expect(await tab.rows("select count(*) as n from raw.spending")).toEqual([{n: 3}]);
});

test("rollback(batch) below a later one takes back its rows, and says which keep a later value", async () => {
  const tab = await openTab();
  const [first] = await importFiles(tab, [file("2026-01.csv", JANUARY)], BY_ID);
  await importFiles(tab, [file("2026-02.csv", FEBRUARY)], BY_ID);
  const plan = await tab.imports.planRollback(first!.id);
  expect(plan).toEqual({
    batch: first!.id,
    removed: 1,
    restored: 0,
    kept: 2,
    keptKeys: [["2"], ["3"]]
  });
  expect(await tab.rows("select count(*) as n from raw.spending")).toEqual([{n: 4}]);
  expect(await tab.imports.rollback(first!.id)).toEqual(plan);
  expect(await tab.rows("select id, what from raw.spending order by id")).toEqual([
    {id: 2, what: "bread"},
    {id: 3, what: "green tea"},
    {id: 4, what: "milk"}
  ]);
  expect((await tab.imports.batches()).map(({rolledBack}) => rolledBack !== null)).toEqual([
    false,
    true
  ]);
});

test("rollback(batch) of the last one gives back the values before it, and restore(batch) its own", async () => {
  const tab = await openTab();
  await importFiles(tab, [file("2026-01.csv", JANUARY)], BY_ID);
  const [second] = await importFiles(tab, [file("2026-02.csv", FEBRUARY)], BY_ID);
  expect(await tab.imports.rollback(second!.id)).toMatchObject({removed: 1, restored: 1, kept: 0});
  const whats = "select what from raw.spending order by id";
  expect(await tab.rows(whats)).toEqual([{what: "coffee"}, {what: "bread"}, {what: "tea"}]);
  await tab.imports.restore(second!.id);
  expect(await tab.rows(whats)).toHaveLength(4);
  expect((await tab.imports.batches()).every(({rolledBack}) => rolledBack === null)).toBe(true);
});

test("rollback(batch) of the only one takes the table with it", async () => {
  const tab = await openTab();
  const [only] = await importFiles(tab, [file("2026-01.csv", JANUARY)], BY_ID);
  await tab.imports.rollback(only!.id);
  expect(await tab.imports.tables()).toEqual([]);
  await expect(tab.query("from raw.spending")).rejects.toThrow("does not exist");
});

test("what was imported is there after a reload, made anew when a query names it", async () => {
  const first = await openTab();
  await importFiles(first, [file("2026-01.csv", JANUARY)], BY_ID);
  await importFiles(first, [file("2026-02.csv", FEBRUARY)], BY_ID);
  const before = await first.rows("from raw.spending order by id");
  const {store} = first;
  const second = await openTab({name: store.name});
  expect(await second.rows("from raw.spending order by id")).toEqual(before);
  expect(await second.imports.tables()).toMatchObject([
    {name: "spending", kind: "import", rows: 4, batches: 2}
  ]);
});

test("what one tab imports and takes back, another one sees with its next query", async () => {
  const one = await openTab();
  const other = await openTab({name: one.store.name});
  let changes = 0;
  const stop = other.imports.onChange(() => ++changes);
  const [first] = await importFiles(one, [file("2026-01.csv", JANUARY)], BY_ID);
  expect(await other.rows("select count(*) as n from raw.spending")).toEqual([{n: 3}]);
  await importFiles(other, [file("2026-02.csv", FEBRUARY)], BY_ID);
  expect(await one.rows("select count(*) as n from raw.spending")).toEqual([{n: 4}]);
  await one.imports.rollback(first!.id);
  expect(await other.rows("select count(*) as n from raw.spending")).toEqual([{n: 3}]);
  await expect.poll(() => changes).toBeGreaterThan(2);
  stop();
});

test("what was imported is made anew when the engine was restarted", async () => {
  const tab = await openTab();
  await importFiles(tab, [file("2026-01.csv", JANUARY)], BY_ID);
  await tab.lake.restart();
  expect(await tab.rows("select count(*) as n from raw.spending")).toEqual([{n: 3}]);
});

test("raw.files, raw.batches and raw.rejects are relations, and catalogues list all tables", async () => {
  const tab = await openTab();
  await importFiles(tab, [file("2026-01.csv", JANUARY)], BY_ID);
  const other = await openTab({name: tab.store.name});
  expect(await other.rows("select path, kept from raw.files")).toEqual([
    {path: "2026-01.csv", kept: "copy"}
  ]);
  expect(await other.rows("select target, added, rolled_back from raw.batches")).toEqual([
    {target: "spending", added: 3, rolled_back: null}
  ]);
  expect(await other.rows("select count(*) as n from raw.rejects")).toEqual([{n: 0}]);
  const listed = await other.rows(
    "select table_name from information_schema.tables where table_schema = 'raw' order by 1"
  );
  expect(listed).toEqual(
    ["batches", "files", "rejects", "spending"].map((table_name) => ({table_name}))
  );
});

test("open(files) of a broken file is an item with the reason, and the others are read", async () => {
  const tab = await openTab();
  const session = await tab.imports.open([
    file("broken.json", '{"a": [1, 2'),
    file("good.json", '[{"a": 1}]'),
    file("empty.csv", "")
  ]);
  expect(
    session.items.map(({file, refusal, included}) => [file, refusal !== null, included])
  ).toEqual([
    ["broken.json", true, false],
    ["good.json", false, true],
    ["empty.csv", true, false]
  ]);
  expect(await session.commit()).toHaveLength(1);
  expect((await tab.imports.files()).map(({path}) => path)).toEqual(["good.json"]);
  await session.close();
});

test("commit() where there is no room is refused before anything is written", async () => {
  const tab = await openTab({
    storage: () => Promise.resolve({persisted: false, usage: 0, quota: 33_000_000 + 600_000})
  });
  const {session, item} = await openOne(tab, "a.csv", `id,text\n1,${"x".repeat(500_000)}\n`);
  expect(item.estimate.refusal).toMatch(
    /^no room: the file has 500 kB, and the browser gives .* more/
  );
  await expect(session.commit()).rejects.toThrow(/cannot import a.csv: no room.*build-lake/);
  expect(await tab.imports.batches()).toEqual([]);
  expect(await keptNames(tab.store)).toEqual([]);
});

test("steps clean what comes in; a row that they refuse stands in raw.rejects with its text", async () => {
  const tab = await openTab();
  const {session, item} = await openOne(tab, "p.csv", "name,born\n Ada ,1815\nGrace,see below\n");
  const steps = [
    {kind: "trim", columns: ["name"]},
    {kind: "retype", column: "born", type: "BIGINT"}
  ] as const;
  const next = await session.update(item.id, {recipe: {...item.recipe, steps}});
  expect(next).toMatchObject({rows: 1, stepFailure: null});
  expect(next.sample.toArray()).toEqual([{name: "Ada", born: 1815}]);
  expect(await session.effect(item.id, steps, 0)).toMatchObject({rowsBefore: 2, changed: 1});
  const [batch] = await session.commit();
  expect(batch!.counts).toEqual({added: 1, changed: 0, unchanged: 0, refused: 1});
  expect(await tab.imports.rejects(batch!.id)).toMatchObject([{text: "Grace\tsee below"}]);
  expect(await tab.rows("select file, row_text from raw.rejects")).toEqual([
    {file: "p.csv", row_text: "Grace\tsee below"}
  ]);
});

test("a step that does not go is told with its place, and commit() refuses it", async () => {
  const tab = await openTab();
  const {session, item} = await openOne(tab, "a.csv", JANUARY);
  const steps = [
    {kind: "drop", columns: ["day"]},
    {kind: "drop", columns: ["nope"]}
  ] as const;
  const next = await session.update(item.id, {recipe: {...item.recipe, steps}});
  expect(next.stepFailure).toMatchObject({index: 1});
  expect(next.columns.map(({name}) => name)).toEqual(["id", "what", "amount"]);
  await expect(session.commit()).rejects.toThrow("cannot import a.csv: step 2 fails");
});

test("update(item, {parse}) reads the file with other options", async () => {
  const tab = await openTab();
  const {session, item} = await openOne(tab, "a.txt", "1|2\n3|4\n");
  expect(item.format).not.toBe("csv");
  const next = await session.update(item.id, {parse: {format: "csv", delimiter: "|"}});
  expect(next).toMatchObject({format: "csv", recipe: {parse: {delimiter: "|"}}});
});

test("update(item, change) that a later one overtakes is dropped", async () => {
  const tab = await openTab();
  const {session, item} = await openOne(tab, "a.csv", JANUARY);
  const to = (column: string) =>
    session.update(item.id, {recipe: {...item.recipe, steps: [{kind: "drop", columns: [column]}]}});
  const [first, second] = await Promise.all([to("day"), to("what")]);
  expect(second.columns.map(({name}) => name)).toEqual(["id", "day", "amount"]);
  expect(first.columns).toEqual(second.columns);
});

test("suggest(item) proposes steps for the rows as they are after the item's own", async () => {
  const tab = await openTab();
  const {session, item} = await openOne(tab, "spaced.csv", "id,name\n1, Ada\n2,Grace \n");
  const [first] = await session.suggest(item.id);
  expect(first?.step).toEqual({kind: "trim", columns: ["name"]});
  const steps = [first!.step];
  await session.update(item.id, {recipe: {...item.recipe, steps}});
  expect(await session.suggest(item.id)).toEqual([]);
});

test("clusters(item, column, method) finds values that look alike", async () => {
  const tab = await openTab();
  const {session, item} = await openOne(
    tab,
    "a.csv",
    "n,city\n1,New York\n2,new york\n3,Bern\n4,New York\n"
  );
  const clusters = await session.clusters(item.id, "city", "fingerprint");
  expect(clusters).toMatchObject([{into: "New York", values: [{rows: 2}, {rows: 1}]}]);
});

test("in place: a table is asked where its file lies, has no batch, and is gone when it is removed", async () => {
  const tab = await openTab();
  const {session, item} = await openOne(tab, "log.csv", JANUARY);
  await session.update(item.id, {mode: "in-place"});
  expect(await session.commit()).toEqual([]);
  expect(await tab.rows("select sum(amount) as s from raw.log")).toEqual([{s: 9.5}]);
  expect(await tab.imports.tables()).toMatchObject([{name: "log", kind: "in-place", rows: 3}]);
  const other = await openTab({name: tab.store.name});
  expect(await other.rows("select count(*) as n from raw.log")).toEqual([{n: 3}]);
  expect(await tab.imports.access("log")).toBe("granted");
  await expect(tab.imports.removeFile(item.recipe.id)).resolves.toBeUndefined();
  const [kept] = await tab.imports.files();
  await expect(tab.imports.removeFile(kept!.sha256)).rejects.toThrow("file is in use");
  await tab.imports.removeInPlace("log");
  await expect(tab.query("from raw.log")).rejects.toThrow("does not exist");
  await tab.imports.removeFile(kept!.sha256);
  expect(await keptNames(tab.store)).toEqual([]);
});

test("compare(before, after) tells two versions of a file row by row", async () => {
  const tab = await openTab();
  await importFiles(tab, [file("2026-01.csv", JANUARY)], BY_ID);
  await importFiles(tab, [file("2026-02.csv", FEBRUARY)], BY_ID);
  const [before, after] = await tab.imports.files();
  const difference = await tab.imports.compare(before!.sha256, after!.sha256);
  expect(difference).toMatchObject({added: 1, removed: 1, changed: 1, same: 1});
  expect(difference.rows.toArray().map(({_change, id}) => [_change, id])).toEqual([
    ["removed", 1],
    ["changed", 3],
    ["added", 4]
  ]);
});

test("bytes that no file names are cleared away at the next start", async () => {
  const tab = await openTab();
  await importFiles(tab, [file("a.csv", JANUARY)]);
  const root = await navigator.storage.getDirectory();
  const lakebook = await root.getDirectoryHandle("lakebook");
  const files = await (
    await lakebook.getDirectoryHandle("files")
  ).getDirectoryHandle(tab.store.name);
  await files.getFileHandle("f00d.part", {create: true});
  expect(await keptNames(tab.store)).toHaveLength(2);
  const other = await openTab({name: tab.store.name});
  await (await other.imports.open([])).close();
  expect(await keptNames(tab.store)).toHaveLength(1);
});

test("a file whose bytes the browser has lost is named by the query that needs it", async () => {
  const tab = await openTab();
  await importFiles(tab, [file("a.csv", JANUARY)], BY_ID);
  const other = await openTab({name: tab.store.name});
  const root = await navigator.storage.getDirectory();
  const lakebook = await root.getDirectoryHandle("lakebook");
  await (await lakebook.getDirectoryHandle("files")).removeEntry(tab.store.name, {recursive: true});
  await expect(other.query("from raw.spending")).rejects.toThrow(/file is gone: .* a\.csv/);
  expect((await other.query("select 1 as one")).toArray()).toEqual([{one: 1}]);
});

test("commit() that is stopped leaves the table, the batches and the files as they were", async () => {
  const tab = await openTab();
  await importFiles(tab, [file("2026-01.csv", JANUARY)], BY_ID);
  const {session, item} = await openOne(tab, "2026-02.csv", FEBRUARY);
  await session.update(item.id, {recipe: {...item.recipe, ...BY_ID}});
  await expect(session.commit({signal: AbortSignal.abort()})).rejects.toMatchObject({
    name: "AbortError"
  });
  expect(await tab.rows("select count(*) as n from raw.spending")).toEqual([{n: 3}]);
  expect(await tab.imports.batches()).toHaveLength(1);
  expect((await session.commit())[0]!.counts.added).toBe(1);
});

test("saveRecipe(recipe) says what is wrong in it", async () => {
  const tab = await openTab();
  await expect(tab.imports.saveRecipe({recipe: 1, name: "x"})).rejects.toThrow("id");
});

test("an archive's files are items of their own, and come back after a reload", async () => {
  const tab = await openTab();
  const encode = (text: string) => new TextEncoder().encode(text);
  const zip = zipSync({"a/one.csv": encode(JANUARY), "two.json": encode('[{"x": 1}, {"x": 2}]')});
  const batches = await importFiles(tab, [file("both.zip", new Uint8Array(zip))]);
  expect(batches.map(({inner, counts}) => [inner, counts.added])).toEqual([
    ["a/one.csv", 3],
    ["two.json", 2]
  ]);
  const other = await openTab({name: tab.store.name});
  const [one, two] = batches.map(({target}) => target);
  expect([one, two]).toEqual(["one", "two"]);
  expect(await other.rows(`select count(*) as n from raw."${two!}"`)).toEqual([{n: 2}]);
  expect(await other.rows(`select count(*) as n from raw."${one!}"`)).toEqual([{n: 3}]);
});

test("a table that was pasted is a file like any", async () => {
  const tab = await openTab();
  const {session, item} = await openOne(tab, "pasted.tsv", "id\tname\n1\tAda\n2\tGrace\n");
  expect(item).toMatchObject({format: "csv", rows: 2, parse: {delimiter: "\t"}});
  const [batch] = await session.commit();
  expect(batch!.counts.added).toBe(2);
});

test("100,000 rows are previewed, imported and made anew", async () => {
  const lines = Array.from({length: 100_000}, (_, i) => `${i},person ${i},${i / 8},2026-01-01`);
  const text = `id,name,value,day\n${lines.join("\n")}\n`;
  const tab = await openTab();
  const start = performance.now();
  const {session, item} = await openOne(tab, "people.csv", text);
  await session.update(item.id, {recipe: {...item.recipe, key: ["id"]}});
  const opened = performance.now();
  const [batch] = await session.commit();
  const committed = performance.now();
  expect(batch!.counts.added).toBe(100_000);
  const other = await openTab({name: tab.store.name});
  const reloaded = performance.now();
  expect(await other.rows("select count(*) as n from raw.people")).toEqual([{n: 100_000}]);
  const times = [opened - start, committed - opened, performance.now() - reloaded];
  console.info(
    `100,000 rows: previewed, imported, made anew in ${times.map(Math.round).join(", ")} ms`
  );
});

const MINE: Recipe = {
  recipe: 1,
  id: "r1",
  name: "mine",
  match: {path: "*.csv"},
  parse: {delimiter: ";"},
  steps: [],
  target: "mine",
  key: []
};

test("open(files) reads a file though a recipe for its name tells of a format that is not there", async () => {
  const tab = await openTab();
  await tab.store.recipes.put({...MINE, parse: {format: "none"}});
  const {item} = await openOne(tab, "a.csv", JANUARY);
  expect(item).toMatchObject({rows: 3, refusal: null});
});

test("open(files, {signal}) that is stopped, also while a recipe is tried, leaves no tables behind", async () => {
  const tab = await openTab();
  await tab.store.recipes.put(MINE);
  for (const nth of [1, 2, 3, 4, 5]) {
    const stop = new AbortController();
    let reads = 0;
    const opening = tab.imports.open([file("a.csv", JANUARY)], {
      signal: stop.signal,
      onProgress: ({step}) => {
        if (step === "read" && ++reads === nth) stop.abort();
      }
    });
    await opening.then(
      (session) => session.close(),
      (error: unknown) => expect(error).toMatchObject({name: "AbortError"})
    );
    expect(
      await tab.rows("select schema_name from duckdb_schemas() where schema_name like 'import %'")
    ).toEqual([]);
  }
});
