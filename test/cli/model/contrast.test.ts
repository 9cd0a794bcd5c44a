import {expect, test} from "vitest";
import {toBagMeans} from "../../../src/cli/model/bag-means.ts";
import {toBags} from "../../../src/cli/model/bags.ts";
import {createContraster} from "../../../src/cli/model/contrast.ts";

const SCALE = 5;

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

test("toBagMeans(table, dimensions, bags) leaves zeros for an empty bag", () => {
  const units = toBagMeans(Float32Array.of(0, 0, 3, 4), 2, toBags([[], [1]]));
  expect([...units.subarray(0, 2)]).toEqual([0, 0]);
  expect([...units.subarray(2)].map((value) => value.toFixed(4))).toEqual(["0.6000", "0.8000"]);
});
