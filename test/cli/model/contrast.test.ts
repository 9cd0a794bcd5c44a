import {expect, test} from "vitest";
import {addTableGradient, toBagMeans} from "../../../src/cli/model/bag-means.ts";
import {toBags} from "../../../src/cli/model/batch.ts";
import {createContraster} from "../../../src/cli/model/contrast.ts";
import {Random} from "../../../src/lib/random.ts";

const DIMENSIONS = 4;
const SCALE = 5;

const LEFT = toBags([[0, 1, 2, 3, 0], [2], [3, 4]]);
const RIGHT = toBags([[1, 5], [2, 2, 5], [4]]);

async function lossOf(table: Float32Array): Promise<number> {
  const contraster = await createContraster(DIMENSIONS, SCALE);
  const [left, right] = [LEFT, RIGHT].map((bags) => toBagMeans(table, DIMENSIONS, bags).units);
  const {loss} = await contraster.contrast(left!, right!);
  await contraster.close();
  return loss;
}

function createTable(): Float32Array {
  const random = new Random("contrast");
  return Float32Array.from({length: 6 * DIMENSIONS}, () => random.normal());
}

test("contrast(left, right) is the symmetric InfoNCE loss", async () => {
  const [left, right] = [Float32Array.of(1, 0, 0, 1), Float32Array.of(0.6, 0.8, 0, 1)];
  const contraster = await createContraster(2, SCALE);
  const {loss} = await contraster.contrast(left, right);
  const share = (own: number, other: number): number =>
    -Math.log(Math.exp(SCALE * own) / (Math.exp(SCALE * own) + Math.exp(SCALE * other)));
  // cosines: 0.6 0 / 0.8 1
  const expected = (share(0.6, 0) + share(1, 0.8) + share(0.6, 0.8) + share(1, 0)) / 4;
  expect(loss).toBeCloseTo(expected, 5);
  await contraster.close();
});

test("the gradient by the table is that of the loss, as differences of the loss show", async () => {
  const table = createTable();
  const contraster = await createContraster(DIMENSIONS, SCALE);
  const [left, right] = [LEFT, RIGHT].map((bags) => toBagMeans(table, DIMENSIONS, bags));
  const {leftGradient, rightGradient} = await contraster.contrast(left!.units, right!.units);
  await contraster.close();
  const gradient = new Float32Array(table.length);
  addTableGradient(gradient, DIMENSIONS, LEFT, left!, leftGradient);
  addTableGradient(gradient, DIMENSIONS, RIGHT, right!, rightGradient);
  const step = 1e-2;
  for (let i = 0; i < table.length; ++i) {
    const [more, less] = [table.slice(), table.slice()];
    more[i]! += step;
    less[i]! -= step;
    expect(gradient[i]).toBeCloseTo(((await lossOf(more)) - (await lossOf(less))) / (2 * step), 2);
  }
});

test("toBagMeans(table, dimensions, bags) leaves zeros for an empty bag", () => {
  const {units, lengths} = toBagMeans(createTable(), DIMENSIONS, toBags([[], [1]]));
  expect([...units.subarray(0, DIMENSIONS)]).toEqual([0, 0, 0, 0]);
  expect(lengths[0]).toBe(0);
  expect(Math.hypot(...units.subarray(DIMENSIONS))).toBeCloseTo(1, 5);
});
