import {afterAll, beforeAll, expect, test} from "vitest";
import {toBagMeans} from "../../../src/cli/model/bag-means.ts";
import {toBags} from "../../../src/cli/model/bags.ts";
import type {Bags} from "../../../src/cli/model/bags.ts";
import type {Contraster} from "../../../src/cli/model/contrast.ts";
import {createContraster} from "../../../src/cli/model/contrast.ts";
import {TableTrainer} from "../../../src/cli/model/table-trainer.ts";
import {Random} from "../../../src/lib/random.ts";

const DIMENSIONS = 4;
const SCALE = 5;
const LEFT = toBags([[0, 1, 2, 3, 0, 4], [2], [3, 4]]);
const RIGHT = toBags([[1, 5], [2, 2, 5], [4]]);

/** Tokens 0 and 1 share part 6, tokens 1 and 2 part 7. */
const PARTS = {
  count: 8,
  starts: Uint32Array.of(0, 2, 5, 7, 8, 9, 10),
  parts: Uint32Array.of(0, 6, 1, 6, 7, 2, 7, 3, 4, 5)
};

let contraster: Contraster;
beforeAll(async () => {
  contraster = await createContraster(DIMENSIONS, SCALE);
});
afterAll(() => contraster.close());

function createTrainer(): TableTrainer {
  const trainer = new TableTrainer(PARTS, DIMENSIONS, {bags: 3, ids: 9});
  const random = new Random("trainer");
  const {rows} = trainer.state;
  for (let i = 0; i < rows.length; ++i) rows[i] = random.normal();
  return trainer;
}

async function learn(
  trainer: TableTrainer,
  rate: number,
  batch: readonly [Bags, Bags] = [LEFT, RIGHT]
): Promise<number> {
  const {loss, leftGradient, rightGradient} = await contraster.contrast(
    ...trainer.toUnits(...batch)
  );
  trainer.step([leftGradient, rightGradient], rate);
  return loss;
}

test("composeTable() gives each token the sum of its parts' rows", () => {
  const trainer = createTrainer();
  const {rows} = trainer.state;
  const sumOf = (parts: number[], i: number): number =>
    parts.reduce((sum, part) => sum + rows[part * DIMENSIONS + i]!, 0);
  const table = trainer.composeTable();
  for (let i = 0; i < DIMENSIONS; ++i) {
    expect(table[DIMENSIONS + i]).toBeCloseTo(sumOf([1, 6, 7], i), 5);
    expect(table[3 * DIMENSIONS + i]).toBeCloseTo(sumOf([3], i), 5);
  }
});

test("toUnits(left, right) gives the means of the rows at length 1, as in plain JavaScript", () => {
  const trainer = createTrainer();
  const table = trainer.composeTable().slice();
  const [left, right] = trainer.toUnits(LEFT, RIGHT);
  [...left, ...right].forEach((value, i) => {
    const units = toBagMeans(table, DIMENSIONS, i < left.length ? LEFT : RIGHT);
    expect(value).toBeCloseTo(units[i % left.length]!, 5);
  });
  const [, empty] = trainer.toUnits(LEFT, toBags([[1], [], [2]]));
  expect([...empty.subarray(DIMENSIONS, 2 * DIMENSIONS)]).toEqual([0, 0, 0, 0]);
});

test("step(slopes, rate) goes down the gradient of the loss by the parts, as differences of the loss show", async () => {
  const before = createTrainer();
  const start = before.state.rows.slice();
  await learn(before, 0);
  // of a first step, Adam's average of the gradient is a tenth of it
  const gradient = before.state.first.map((mean) => 10 * mean);
  const step = 1e-2;
  for (let i = 0; i < start.length; ++i) {
    const [more, less] = await Promise.all(
      [step, -step].map((change) => {
        const trainer = createTrainer();
        trainer.state.rows[i]! += change;
        return learn(trainer, 0);
      })
    );
    expect(gradient[i]).toBeCloseTo((more! - less!) / (2 * step), 2);
  }
  expect([...before.state.rows]).toEqual([...start]);
});

test("step(slopes, rate) is Adam's, of the parts that the batch has", async () => {
  const trainer = createTrainer();
  const rate = 0.05;
  const copy = () => ({
    rows: trainer.state.rows.slice(),
    first: trainer.state.first.slice(),
    second: trainer.state.second.slice()
  });
  const start = copy();
  await learn(trainer, rate);
  const once = copy();
  // a first step is as long as the rate wherever there is a slope
  once.rows.forEach((value, i) =>
    expect(value - start.rows[i]!).toBeCloseTo(-rate * Math.sign(once.first[i]!), 4)
  );
  await learn(trainer, rate, [toBags([[0], [2]]), toBags([[2], [0]])]);
  const twice = copy();
  const isTouched = (i: number): boolean => [0, 6, 2, 7].includes(Math.floor(i / DIMENSIONS));
  twice.rows.forEach((value, i) => {
    if (!isTouched(i)) {
      expect([value, twice.first[i]]).toEqual([once.rows[i], once.first[i]]);
      return;
    }
    const slope = (twice.first[i]! - 0.9 * once.first[i]!) / 0.1;
    expect(twice.second[i]).toBeCloseTo(0.99 * once.second[i]! + 0.01 * slope ** 2, 5);
    const change = twice.first[i]! / (1 - 0.9 ** 2) / Math.sqrt(twice.second[i]! / (1 - 0.99 ** 2));
    expect(value).toBeCloseTo(once.rows[i]! - rate * change, 4);
  });
});

test("a trainer that is given another's state goes on as that one would, to the bit", async () => {
  const one = createTrainer();
  await learn(one, 0.1);
  const other = createTrainer();
  const {steps, rows, first, second} = one.state;
  other.restore({steps, rows: rows.slice(), first: first.slice(), second: second.slice()});
  for (const trainer of [one, other]) await learn(trainer, 0.1);
  expect(other.state).toEqual(one.state);
});

test("a trainer refuses a batch that is larger than it was told, and dimensions that vectors do not fit", () => {
  expect(() => createTrainer().toUnits(toBags([[0], [1], [2], [3]]), RIGHT)).toThrow(
    "batch too large: 4 bags of 4 tokens"
  );
  expect(() => new TableTrainer(PARTS, 6, {bags: 1, ids: 1})).toThrow("dimensions invalid: 6");
});
