import type {Random} from "../../lib/random.ts";
import type {Pair, Task} from "./pairs.ts";

/** Texts as bags of tokens: text i is `ids` from `starts[i]` to `starts[i + 1]`. */
export interface Bags {
  readonly ids: Uint16Array;
  readonly starts: Uint32Array;
}

export interface Batch {
  readonly task: string;
  readonly left: Bags;
  readonly right: Bags;
}

/** Most places have a pair; where hardly any has, no patience helps. */
const MAX_TRIES_PER_PAIR = 1000;

/** Draws a batch of one task: were tasks mixed, a row could tell its partner by the kind of text. */
export function drawBatch(tasks: readonly Task[], size: number, random: Random): Batch {
  const task = random.weigh(tasks, ({weight}) => weight);
  const pairs: Pair[] = [];
  for (let tries = 0; pairs.length < size; ++tries) {
    if (tries > MAX_TRIES_PER_PAIR * size)
      throw new Error(`corpus too poor: hardly a pair for task ${task.name}; give more text`);
    const pair = task.draw(random);
    if (pair && pair.left.length > 0 && pair.right.length > 0) pairs.push(pair);
  }
  return {
    task: task.name,
    left: toBags(pairs.map(({left}) => left)),
    right: toBags(pairs.map(({right}) => right))
  };
}

export function toBags(texts: readonly ArrayLike<number>[]): Bags {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, i) => (starts[i + 1] = starts[i]! + text.length));
  const ids = new Uint16Array(starts[texts.length]!);
  texts.forEach((text, i) => ids.set(text, starts[i]));
  return {ids, starts};
}
