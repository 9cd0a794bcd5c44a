import {expect, test} from "vitest";
import type {End} from "../../src/model/end.ts";
import {toEnd, toEndText} from "../../src/model/end.ts";

const SHA = "0123456789abcdef".repeat(4);

test.each<[end: End, text: string]>([
  [{kind: "entry", id: "0198-a"}, "0198-a"],
  [{kind: "row", table: "my/table #1", sha256: SHA, row: 12}, `row:my%2Ftable%20%231/${SHA}/12`],
  [{kind: "topic", id: "t 1:2"}, "topic:t%201%3A2"],
  [{kind: "document", id: "notes#a", place: "§ 2#b"}, "document:notes%23a#%C2%A7%202%23b"],
  [{kind: "document", id: "notes", place: ""}, "document:notes#"]
])("toEndText(%j) is %j, and toEnd() reads it back", (end, text) => {
  expect(toEndText(end)).toBe(text);
  expect(toEnd(text)).toEqual(end);
});

test.each(["", "row:t/abc/1", `row:t/${SHA}/-1`, `row:/${SHA}/1`, "topic:%E0%A4%A", "document:%"])(
  "toEnd(%j) is no end",
  (text) => {
    expect(toEnd(text)).toBeUndefined();
  }
);
