import {expect, test} from "vitest";
import {findRow} from "../../../components/find-source.ts";
import {Random} from "../../../src/lib/random.ts";
import type {End} from "../../../src/model/end.ts";
import {toEnd} from "../../../src/model/end.ts";
import {toEntryType} from "../../../src/model/entry-type.ts";
import type {EntryDraft} from "../../../src/model/entry.ts";
import {
  acceptDuplicates,
  listAcceptModes,
  settleDuplicates
} from "../../../src/workspace/dedupe/accept-duplicates.ts";
import type {
  DuplicatePair,
  DuplicateSearch
} from "../../../src/workspace/dedupe/duplicate-search.ts";
import {useWorkspace} from "../components/lake.ts";
import {ENGINE} from "../lake/engine.ts";

const FIRST = ["Anna", "Bela", "Carla", "Dmitri", "Eva", "Farid", "Greta", "Hiro", "Ines", "Jonas"];
const LAST = [
  "Meyerbeer",
  "Novakova",
  "Rossini",
  "Ivanovich",
  "Lindqvist",
  "Haddadi",
  "Andersson",
  "Takahashi",
  "Oliveira",
  "Schneider",
  "Kowalska",
  "Fitzgerald"
];
const STREETS = ["Harbour Road", "Mill Lane", "Castle Street", "Abbey Walk", "Orchard Close"];
const PEOPLE = 120;
/** Every tenth person stands there once more, with a letter of the name left out. */
const TWINS = PEOPLE / 10;

interface Person {
  readonly given_name: string;
  readonly surname: string;
  readonly born: string;
  readonly street: string;
}

const random = new Random("people of this test");
const PERSONS = Array.from({length: PEOPLE}, (): Person => ({
  given_name: random.pick(FIRST),
  surname: random.pick(LAST),
  born: random.fill(`19${random.integer(40, 99)}-0${random.integer(1, 9)}-1#`),
  street: `${random.integer(1, 200)} ${random.pick(STREETS)}`
}));

function toTwin({surname, ...rest}: Person): Person {
  return {...rest, surname: surname.slice(0, 4) + surname.slice(5)};
}

const ROWS = [...PERSONS, ...PERSONS.filter((_, i) => i % 10 === 0).map(toTwin)];

function toSql(rows: readonly Person[]): string {
  return rows
    .map(
      ({given_name, surname, born, street}) =>
        `('${given_name}', '${surname}', date '${born}', '${street}')`
    )
    .join(", ");
}

/** A lake as one that was compiled: its rows have addresses. */
const FILL = `
  create table lake.main.people as select * from (values ${toSql(ROWS)}) as t(given_name, surname, born, street);
  create table lake.main.files as select 'people.csv' as path, 'csv' as format, null::varchar as connector, 1 as bytes, sha256('people') as sha256, now()::timestamp as modified, now()::timestamp as compiled, '{}' as details;
  create table lake.main.parts as select 'people' as "table", 'people.csv' as file, sha256('people') as sha256, 0 as first_row, ${ROWS.length} as rows;
  create table lake.main.tables as select 'people' as name, 1 as files, ${ROWS.length} as rows, 4 as columns, 1 as bytes, 'csv' as format, null as connector, [] as key;
  create table lake.main.columns as select 'people' as "table", column_name as name, data_type as type, column_index as position from duckdb_columns() where database_name = 'lake' and table_name = 'people';
  create table lake.main.problems as select '' as file, '' as "where", '' as what where false;
  create table lake.main.rejects as select '' as file, '' as "where", '' as text, '' as what where false;
`;

const PERSON = toEntryType({
  name: "person",
  titleField: "surname",
  schema: {
    type: "object",
    properties: {
      given_name: {type: "string"},
      surname: {type: "string"},
      born: {type: "string", format: "date"},
      street: {type: "string"},
      note: {type: "string"}
    }
  }
});

const open = useWorkspace(ENGINE, {fill: FILL});

/** The pairs of a search that it takes for one. */
function likely({pairs, job}: DuplicateSearch): DuplicatePair[] {
  return pairs.filter(({probability}) => probability >= job.threshold);
}

test("a search in a lake table guesses its plan, finds the twins, and is there again as it was left", async () => {
  const {duplicates} = open();
  expect((await duplicates.sources()).map(({source, records}) => [source, records])).toEqual([
    ["lake.people", ROWS.length]
  ]);
  const search = await duplicates.open("people");
  expect(search.job.plan.columns).toContainEqual({name: "surname", kind: "name"});
  expect(search.job.plan.columns).toContainEqual({name: "born", kind: "date"});
  const forecast = await search.estimate(search.job.plan);
  expect(forecast.pairs).toBeGreaterThanOrEqual(TWINS);
  expect(forecast.rules).toHaveLength(search.job.plan.blocking.length);
  const steps: number[] = [];
  await search.run({onProgress: (done) => steps.push(done)});
  const found = likely(search)
    .map(({a, b}) => [a, b])
    .sort(([a], [b]) => a! - b!);
  expect(found).toEqual(Array.from({length: TWINS}, (_, i) => [i * 10, PEOPLE + i]));
  expect(search.clusters()).toHaveLength(TWINS);
  const [parts] = await search.explain([search.pairs[0]!]);
  const odds = parts!.reduce((sum, {bits}) => sum + bits, 0);
  expect(parts![0]!.column).toBe("prior");
  expect(odds).toBeGreaterThan(0);
  const again = await duplicates.open("lake.people");
  expect(again.pairs).toEqual(search.pairs);
  expect([again.fresh, again.job.ran?.records]).toEqual([[], ROWS.length]);
});

test("rows kept as one entry are one in a single write that undo takes back; a rejected pair stays away after a rerun", async () => {
  const {duplicates, store} = open();
  const {parts} = await open().catalogue();
  const search = await duplicates.open("lake.people");
  expect(listAcceptModes(search)).toEqual(["remember", "keep"]);
  const [first, second, third] = likely(search);
  const choice = {mode: "keep", rule: "longest", type: PERSON, parts} as const;
  const {kept, group} = await acceptDuplicates(store, search, [first!], choice);
  expect(kept).toBe(1);
  const {entries} = await store.entries.page({type: "person"});
  const longer = PERSONS[first!.a]!;
  expect(entries.map(({fields}) => fields)).toEqual([longer]);
  expect(entries[0]!.source).toMatchObject({table: "people", row: first!.a});
  expect(await store.edges.countByKind()).toEqual(new Map([["same_as", 1]]));
  const matches = await open().query(
    "select m.cluster, p.surname from lake.people p join ws.matches m on m.table_name = 'people' and m.row_id = p.rowid order by p.rowid"
  );
  expect(matches.column("surname")).toEqual([longer.surname, toTwin(longer).surname]);
  expect(new Set(matches.column("cluster")).size).toBe(1);
  await store.history.undo(group!);
  await search.refresh();
  expect([await store.entries.count(), await store.edges.count()]).toEqual([0, 0]);
  expect(search.pairs.every(({status}) => status === "open")).toBe(true);

  await settleDuplicates(store, search, [second!], "rejected");
  await settleDuplicates(store, search, [third!], "later");
  await acceptDuplicates(store, search, [first!], {...choice, mode: "remember"});
  await search.refresh();
  expect(search.unlearned).toBe(2);
  await search.run();
  const statusOf = ({a, b}: DuplicatePair): string | undefined =>
    search.pairs.find((pair) => pair.a === a && pair.b === b)?.status;
  expect(search.job.ran?.labels).toBe(2);
  const decided = search.pairs.filter(({status}) => status === "accepted");
  const [known] = await search.explain(decided);
  expect(known!.map(({column}) => column)).toContain("decision");
  await acceptDuplicates(store, search, [third!], {...choice, mode: "remember"});
  await search.refresh();
  const later = search.pairs.find(({a, b}) => a === third!.a && b === third!.b)!;
  const [unknown] = await search.explain([later]);
  expect(unknown!.map(({column}) => column)).not.toContain("decision");
  expect(unknown!.reduce((all, {bits}) => all + bits, 0)).toBeCloseTo(
    Math.log2(later.probability / (1 - later.probability)),
    2
  );
  await settleDuplicates(store, search, [later], "later");
  await search.refresh();
  expect([statusOf(first!), statusOf(third!)]).toEqual(["accepted", "later"]);
  expect(statusOf(second!) ?? "rejected").toBe("rejected");
  const grouped = search.clusters().map(({records}) => records);
  expect(grouped).not.toContainEqual([second!.a, second!.b]);
  expect(await store.entries.count()).toBe(0);
});

test("entries: new ones are compared alone, many are merged at once, and undo parts them; a table is linked with what is left", async () => {
  const {duplicates, store} = open();
  await store.types.put(PERSON);
  const toDraft = (fields: Person): EntryDraft => ({type: "person", fields: {...fields}});
  await store.entries.addAll(ROWS.slice(0, PEOPLE + 6).map(toDraft));
  const search = await duplicates.open("ws.person");
  await search.run();
  expect(likely(search)).toHaveLength(6);
  await store.entries.addAll(ROWS.slice(PEOPLE + 6).map(toDraft));
  await search.refresh();
  expect([search.fresh.length, search.canCompareFresh]).toEqual([TWINS - 6, true]);
  const {model} = search.job;
  await search.run({only: "fresh"});
  expect([search.fresh.length, search.job.model]).toEqual([0, model]);
  const sure = likely(search);
  expect(sure).toHaveLength(TWINS);
  const {merged, group} = await acceptDuplicates(store, search, sure, {
    mode: "merge",
    rule: "longest",
    parts: []
  });
  await search.refresh();
  expect([merged, await store.entries.count(), likely(search)]).toEqual([TWINS, PEOPLE, []]);
  expect(search.unlearned).toBe(TWINS);
  await search.run();
  expect([search.job.ran?.labels, search.unlearned, likely(search)]).toEqual([TWINS, 0, []]);
  // no twin is there any more, and what was merged is remembered
  expect(search.job.model!.prior).toBeGreaterThan(model!.prior);
  await store.history.undo(group!);
  await search.refresh();
  await search.run();
  expect([await store.entries.count(), likely(search).length]).toEqual([ROWS.length, TWINS]);

  const linked = await duplicates.open("lake.people", {second: "ws.person"});
  expect(linked.job.plan.pairs).toContainEqual({first: "surname", second: "surname"});
  await linked.run();
  const [best] = linked.pairs;
  expect(linked.value(best!.a, "surname")).toBe(linked.value(best!.b, "surname"));
  expect(listAcceptModes(linked)).toEqual(["join", "fill", "remember"]);
  const {parts} = await open().catalogue();
  await acceptDuplicates(store, linked, [best!], {mode: "join", rule: "longest", parts});
  const [edge] = await store.edges.scan();
  expect(edge).toMatchObject({
    kind: "same_as",
    from: linked.ends[best!.b],
    to: linked.ends[best!.a]
  });
});

test("dedupe(rows) gives a notebook pairs and clusters of what it has, and keeps nothing", async () => {
  const {pairs, clusters, cluster, recall} = await open().dedupe(ROWS, {
    columns: {given_name: "name", surname: "name", born: "date", street: "place"}
  });
  expect(clusters).toEqual(Array.from({length: TWINS}, (_, i) => [i * 10, PEOPLE + i]));
  expect(pairs).toHaveLength(TWINS);
  expect([cluster[PEOPLE + 1], cluster[1]]).toEqual([10, 1]);
  expect(recall).toBeGreaterThan(0.5);
});

test("rows of an imported table that are one stand in ws.matches with their place, also after others came before them", async () => {
  const workspace = open();
  const {duplicates, imports, store} = workspace;
  const toCsv = (rows: readonly Person[]): string =>
    [
      "given_name;surname;born;street",
      ...rows.map(({given_name, surname, born, street}) =>
        [given_name, surname, born, street].join(";")
      )
    ].join("\n");
  const importCsv = async (path: string, rows: readonly Person[]): Promise<void> => {
    const session = await imports.open([{path, blob: new Blob([toCsv(rows)])}]);
    const [item] = session.items;
    await session.update(item!.id, {recipe: {...item!.recipe, target: "guests"}});
    await session.commit();
    await session.close();
  };
  await importCsv("guests.csv", ROWS);
  const search = await duplicates.open("raw.guests");
  await search.run();
  const [sure] = likely(search);
  await acceptDuplicates(store, search, [sure!], {mode: "remember", rule: "longest", parts: []});
  const read = async (): Promise<unknown[]> => {
    const found = await workspace.query(
      "select g.surname from (select *, row_number() over () - 1 as place from raw.guests) g join ws.matches m on m.table_name = 'raw.guests' and m.row_id = g.place order by place"
    );
    return [...found.column("surname")];
  };
  const expected = [ROWS[sure!.a]!.surname, ROWS[sure!.b]!.surname];
  expect(await read()).toEqual(expected);
  await importCsv("more.csv", [{...ROWS[0]!, given_name: "Zora", surname: "Zimmermann"}]);
  expect(await read()).toEqual(expected);
  // every second letter slip of the first forty is told; who is there already, and who is new, is not
  const incoming = await workspace.query(
    "select given_name, case when place < 40 then left(surname, 4) || substr(surname, 6) else surname end as surname, born, street from (select *, row_number() over () - 1 as place from raw.guests) where place < 60 and place % 10 != 0 union all select 'Nobody', 'Newcomer', '1901-01-01', '1 Nowhere'"
  );
  const alike = await duplicates.alike("raw.guests", incoming, {key: []});
  expect(alike.rows.length).toBeGreaterThan(32);
  expect(alike.rows.length).toBeLessThan(38);
  expect(alike.rows.every(({known, fresh}) => known[0] === fresh[0])).toBe(true);
  const source = toEnd(search.ends[sure!.b]!) as Extract<End, {kind: "row"}>;
  const place = await findRow(workspace, {...source, file: ""});
  expect(place.state).toBe("there");
  const row = await workspace.query(place.state === "there" ? place.sql : "");
  expect([row.columns.length, row.column("surname")[0]]).toEqual([4, expected[1]]);
});

test("a search in a table that has changed says what is gone or of another type, and runs over the rest", async () => {
  const {duplicates, lake} = open();
  await lake.query("create table lake.main.staff as from lake.main.people");
  const search = await duplicates.open("staff");
  expect(search.drift).toEqual({gone: [], retyped: []});
  await search.run();
  await lake.query(
    "alter table lake.main.staff rename surname to family; alter table lake.main.staff alter born type timestamp"
  );
  const later = await duplicates.open("staff");
  const source = "lake.staff";
  expect(later.drift).toEqual({
    gone: [{source, name: "surname"}],
    retyped: [{source, name: "born", before: "DATE", now: "TIMESTAMP"}]
  });
  const {plan, model, ran} = later.job;
  expect([model, ran, later.pairs]).toEqual([null, null, []]);
  expect(plan.columns.map(({name}) => name)).not.toContain("surname");
  await later.setPlan(plan);
  await later.run();
  expect(await later.explain(later.pairs.slice(0, 1))).toHaveLength(1);
  expect((await duplicates.open("staff")).drift).toEqual({gone: [], retyped: []});
  await lake.query("drop table lake.main.staff");
  await expect(duplicates.open("staff")).rejects.toThrow("table not found: lake.staff; it was");
});
