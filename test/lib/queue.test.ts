import {expect, test} from "vitest";
import {Queue} from "../../src/lib/queue.ts";

test("queue.run(work) begins one when the one before has ended, well or not", async () => {
  const queue = new Queue();
  const log: string[] = [];
  const work = (name: string, error?: Error) => async (): Promise<string> => {
    log.push(`${name} begins`);
    await Promise.resolve();
    log.push(`${name} ends`);
    if (error) throw error;
    return name;
  };
  const first = queue.run(work("a", new Error("no")));
  const second = queue.run(work("b"));
  await expect(first).rejects.toThrow("no");
  expect(await second).toBe("b");
  expect(log).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});

test("queue.idle() waits for all that came, and does not tell what went wrong", async () => {
  const queue = new Queue();
  let isDone = false;
  const failing = queue.run(() => {
    isDone = true;
    return Promise.reject(new Error("no"));
  });
  await queue.idle();
  expect(isDone).toBe(true);
  await expect(failing).rejects.toThrow("no");
});
