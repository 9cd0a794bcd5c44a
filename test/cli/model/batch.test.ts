import {expect, test} from "vitest";
import {drawBatch} from "../../../src/cli/model/batch.ts";
import type {Task} from "../../../src/cli/model/pairs.ts";
import {Random} from "../../../src/lib/random.ts";

/** Draws one of `count` pairs, the earlier ones more often; every third draw finds none. */
function createTask(count: number): Task {
  return {
    name: "test",
    weight: 1,
    draw: (random) => {
      const id = Math.floor(count * random.next() ** 3);
      return random.chance(1 / 3) ? null : {left: [id], right: [count, id]};
    }
  };
}

test("drawBatch(tasks, size) takes each text once, where the corpus has enough", () => {
  const {left, right, task} = drawBatch([createTask(60)], 20, new Random("batch"));
  expect(task).toBe("test");
  expect(new Set(left.ids).size).toBe(20);
  expect([...right.starts]).toEqual(Array.from({length: 21}, (_, i) => 2 * i));
});

test("drawBatch(tasks, size) takes texts again where there are too few, and says where there are none", () => {
  const {left} = drawBatch([createTask(3)], 20, new Random("batch"));
  expect(left.ids).toHaveLength(20);
  expect(new Set(left.ids)).toEqual(new Set([0, 1, 2]));
  const none: Task = {name: "none", weight: 1, draw: () => null};
  expect(() => drawBatch([none], 2, new Random("batch"))).toThrow(
    "corpus too poor: hardly a pair for task none"
  );
});
