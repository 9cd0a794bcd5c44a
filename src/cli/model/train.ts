import {Random} from "../../lib/random.ts";
import {createLazyAdam} from "./adam.ts";
import {addTableGradient, toBagMeans} from "./bag-means.ts";
import {drawBatch} from "./batch.ts";
import {createContraster} from "./contrast.ts";
import type {Task} from "./pairs.ts";
import {CONTINUATION} from "./tokenizer.ts";
import {fillUntaught} from "./untaught.ts";

export interface TrainingSpec {
  /** Numbers in each row. */
  readonly dimensions: number;
  readonly steps: number;
  /** Pairs in a batch; each is a negative example for all others. */
  readonly batchSize: number;
  /** One over the temperature of the softmax. */
  readonly scale: number;
  /** Adam's largest step, after the warm-up; it falls to zero in a line. */
  readonly rate: number;
  readonly warmUpSteps: number;
  readonly seed: string;
}

export interface TrainingOptions {
  /** Threads of the matrix products. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
  /** Called after each step. */
  readonly onStep?: (progress: {
    step: number;
    task: string;
    loss: number;
    table: Float32Array;
  }) => void | Promise<void>;
}

/** The spread of the random numbers that rows begin with. */
const INITIAL_DEVIATION = 0.1;

/**
 * Learns a row of numbers for each token such that texts which belong together have means that point the same
 * way. Tokens that no text holds keep random rows.
 */
export async function train(
  tokens: readonly string[],
  tasks: readonly Task[],
  {dimensions, steps, batchSize, scale, rate, warmUpSteps, seed}: TrainingSpec,
  {threads = 1, signal, onStep}: TrainingOptions = {}
): Promise<Float32Array> {
  const random = new Random(seed);
  const table = createTable(tokens, dimensions, random.fork("table"));
  const gradient = new Float32Array(table.length);
  const adam = createLazyAdam(table, dimensions);
  const contraster = await createContraster(dimensions, scale, threads);
  const taught = new Set<number>();
  const draws = random.fork("pairs");
  for (let step = 0; step < steps; ++step) {
    signal?.throwIfAborted();
    const {task, left, right} = drawBatch(tasks, batchSize, draws);
    const leftMeans = toBagMeans(table, dimensions, left);
    const rightMeans = toBagMeans(table, dimensions, right);
    const {loss, leftGradient, rightGradient} = await contraster.contrast(
      leftMeans.units,
      rightMeans.units
    );
    addTableGradient(gradient, dimensions, left, leftMeans, leftGradient);
    addTableGradient(gradient, dimensions, right, rightMeans, rightGradient);
    const warmth = Math.min(1, (step + 1) / warmUpSteps);
    const touched = new Set(left.ids);
    for (const id of right.ids) touched.add(id);
    for (const id of touched) taught.add(id);
    adam.step(touched, gradient, rate * warmth * (1 - step / steps));
    await onStep?.({step: step + 1, task, loss, table});
  }
  await contraster.close();
  fillUntaught(table, tokens, taught);
  return table;
}

/** Random rows; a character begins with the same row within a word as at its start. */
function createTable(tokens: readonly string[], dimensions: number, random: Random): Float32Array {
  const table = Float32Array.from({length: tokens.length * dimensions}, () =>
    random.normal(0, INITIAL_DEVIATION)
  );
  const ids = new Map(tokens.map((token, id) => [token, id]));
  for (const [token, id] of ids) {
    const twin = ids.get(CONTINUATION + token);
    if (twin !== undefined && [...token].length === 1)
      table.copyWithin(twin * dimensions, id * dimensions, (id + 1) * dimensions);
  }
  return table;
}
