import {expect, test} from "vitest";
import {toEdgesSearch, toEdgesSql, toEdgesState} from "../../components/edges-state.ts";

test("toEdgesState(search) reads what toEdgesSearch(state) wrote, and leaves out what makes no sense", () => {
  const search = "?kind=stored_in&type=item&q=red+lamp&sort=from&page=3";
  const state = toEdgesState(search);
  expect(state).toEqual({
    kind: "stored_in",
    type: "item",
    text: "red lamp",
    sort: "from",
    descending: false,
    page: 3
  });
  const pairs = Object.entries(toEdgesSearch(state)) as [string, string][];
  expect(`?${new URLSearchParams(pairs).toString()}`).toBe(search);
  const plain = toEdgesState("?sort=nonsense&page=-1");
  expect(plain).toMatchObject({sort: "created", page: 1});
  expect(Object.values(toEdgesSearch(toEdgesState(""))).filter(Boolean)).toEqual([]);
});

test("toEdgesSql(state) asks for the same list, with texts quoted", () => {
  const sql = toEdgesSql({...toEdgesState("?kind=o'clock&sort=-to"), text: "50%"});
  expect(sql).toContain("where e.kind = 'o''clock'");
  expect(sql).toContain(String.raw`ilike '%50\%%' escape '\'`);
  expect(sql).toContain("order by t.title desc");
});
