import type {Random} from "../../lib/random.ts";
import type {Alike} from "./alike.ts";
import {toBags} from "./bags.ts";
import type {Bags} from "./bags.ts";
import type {Pair, Task} from "./pairs.ts";

export interface Batch {
  readonly task: string;
  readonly left: Bags;
  readonly right: Bags;
}

/** Most places have a pair; where hardly any has, no patience helps. */
const MAX_TRIES_PER_PAIR = 1000;

/** Texts that are in the batch are left out until this many tries for each pair. */
const MAX_REPEATS = 8;

/**
 * Draws a batch of one task: were tasks mixed, a row could tell its partner by the kind of text. With `alike`, a share of the
 * batches whose task allows it is of documents alike, which are harder to tell apart.
 */
export function drawBatch(
  tasks: readonly Task[],
  size: number,
  random: Random,
  alike?: Alike
): Batch {
  const task = random.weigh(tasks, ({weight}) => weight);
  const draw = alike?.enter(task, size, random) ?? (() => task.draw(random));
  const pairs: Pair[] = [];
  const seen = new Set<string>();
  for (let tries = 0; pairs.length < size; ++tries) {
    if (tries > MAX_TRIES_PER_PAIR * size)
      throw new Error(`corpus too poor: hardly a pair for task ${task.name}; give more text`);
    const pair = draw();
    if (!pair || pair.left.length === 0 || pair.right.length === 0) continue;
    const [left, right] = [toKey(pair.left), toKey(pair.right)];
    // the same text twice would be a negative example of itself; a small corpus has nothing else
    if ((seen.has(left) || seen.has(right)) && tries < MAX_REPEATS * size) continue;
    seen.add(left).add(right);
    pairs.push(pair);
  }
  return {
    task: task.name,
    left: toBags(pairs.map(({left}) => left)),
    right: toBags(pairs.map(({right}) => right))
  };
}

function toKey(ids: ArrayLike<number>): string {
  return Array.prototype.join.call(ids, " ");
}
