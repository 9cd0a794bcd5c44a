import {expect, test} from "vitest";
import type {EngineQuery} from "../../../src/workspace/search/search-engine.ts";
import {SearchEngine} from "../../../src/workspace/search/search-engine.ts";
import type {SearchItem} from "../../../src/workspace/search/search-item.ts";

function row(n: number, title: string, rest: Partial<SearchItem> = {}): SearchItem {
  const end = `row:sms/${String(n).padStart(4, "0")}`;
  return {kind: "row", end, title, texts: {}, from: "sms", types: [], tags: [], time: n, ...rest};
}

const QUERY: EngineQuery = {
  text: "ok",
  limit: 2,
  offset: 0,
  kinds: null,
  hasWords: true,
  near: null,
  now: 0
};

test("SearchEngine gives what is said more than once one time, with how often and where, and pages over what differs", () => {
  const engine = new SearchEngine();
  engine.put(Array.from({length: 400}, (_, i) => row(i, "ok")));
  engine.put([
    row(500, "ok then"),
    row(501, "ok", {kind: "document", from: "notes"}),
    row(502, "it is ok that the train is late"),
    row(503, "nothing")
  ]);
  const {hits, total, distinct} = engine.find(QUERY);
  expect([total, distinct]).toEqual([403, 4]);
  expect(hits.map(({kind, title, alike}) => [kind, title.text, alike])).toEqual([
    ["document", "ok", 1],
    ["row", "ok", 400]
  ]);
  expect(hits[1]!.others).toHaveLength(50);
  expect(hits[1]!.others[0]).toEqual({end: "row:sms/0001", from: "sms", time: 1});
  const next = engine.find({...QUERY, offset: 2});
  expect(next.hits.map(({title, alike}) => [title.text, alike])).toEqual([
    ["ok then", 1],
    ["it is ok that the train is late", 1]
  ]);
  const near = [1, 0, 503].map((n) => ({end: row(n, "").end, score: 1 - n / 1000}));
  const fused = engine.find({...QUERY, near, limit: 9});
  expect([fused.total, fused.distinct]).toEqual([404, 5]);
  expect(fused.hits.filter(({title}) => title.text === "ok").map(({alike}) => alike)).toEqual([
    400, 1
  ]);
});
