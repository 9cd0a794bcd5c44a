import {expect, test} from "vitest";
import {compareRuns} from "../../src/topics/compare-runs.ts";
import type {TopicRun} from "../../src/topics/compare-runs.ts";

/** A run from the texts of each topic, and the keywords that are not its id. */
function toRun(topics: Record<string, string>, words: Record<string, string[]> = {}): TopicRun {
  const lists = Object.entries(topics).map(([id, ends]) => ({id, ends: ends.split(" ")}));
  return {
    topics: lists
      .filter(({id}) => id !== "none")
      .map(({id, ends}) => ({
        id,
        size: ends.length,
        keywords: (words[id] ?? [id]).map((term) => ({term, weight: 1}))
      })),
    members: lists.flatMap(({id, ends}) =>
      ends.map((end) => ({end, topic: id === "none" ? null : id, strength: 1}))
    )
  };
}

test("compareRuns(previous, result) says what grew, shrank, came and went, by its share of all texts", () => {
  const {changes} = compareRuns(
    toRun({t1: "a b c d", t2: "e f g h", t3: "i j k l", t4: "m"}),
    toRun({t1: "a b c d n o p q", t2: "e f g h r s", t3: "i j k", t5: "m l t u v w x y z"})
  );
  expect(changes.map(({id, kind, from, to}) => [id, kind, from, to])).toEqual([
    ["t1", "same", 4, 8],
    ["t2", "shrunk", 4, 6],
    ["t3", "shrunk", 4, 3],
    ["t5", "new", null, 9],
    ["t4", "gone", 1, null]
  ]);
  const fast = compareRuns(toRun({t1: "a", t2: "b"}), toRun({t1: "a c d", t2: "b"}));
  expect(fast.changes[0]!.kind).toBe("grown");
});

test("compareRuns(previous, result) names keywords that a topic got and lost, and texts that moved, not new ones", () => {
  const {changes, moves} = compareRuns(
    toRun({t1: "a b", t2: "c", none: "d"}, {t1: ["Slugs", "beds"]}),
    toRun({t1: "b new", t2: "a d", none: "c other"}, {t1: ["slugs", "compost"]})
  );
  expect(changes[0]).toMatchObject({gained: ["compost"], lost: ["beds"]});
  expect(changes[1]).toMatchObject({gained: [], lost: []});
  expect(moves).toEqual([
    {end: "a", from: "t1", to: "t2"},
    {end: "d", from: null, to: "t2"},
    {end: "c", from: "t2", to: null}
  ]);
});
