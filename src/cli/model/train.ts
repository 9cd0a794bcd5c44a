import {Random} from "../../lib/random.ts";
import type {Alike} from "./alike.ts";
import {drawBatch} from "./batch.ts";
import type {Checkpoint} from "./checkpoint.ts";
import {createContraster} from "./contrast.ts";
import {MAX_TOKENS} from "./encoded-spans.ts";
import type {Task} from "./pairs.ts";
import {TableTrainer} from "./table-trainer.ts";
import type {TokenParts} from "./token-parts.ts";

export interface TrainingSpec {
  /** Numbers in each row, a multiple of 4. */
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

export interface TrainingInput {
  readonly parts: TokenParts;
  readonly tasks: readonly Task[];
  readonly alike: Alike;
}

export interface TrainingOptions {
  /** Threads of the matrix products. */
  readonly threads?: number;
  /** Written now and then, and gone on from. */
  readonly checkpoint?: Checkpoint;
  /** Called where a checkpoint is gone on from, with the steps that it had. */
  readonly onResume?: (steps: number) => void;
  /** Called after each step, which may end the training by an error; `toTable` gives the rows of all tokens so far. */
  readonly onStep?: (progress: {
    step: number;
    task: string;
    loss: number;
    toTable: () => Float32Array;
  }) => void | Promise<void>;
}

/** The spread of the random numbers that rows begin with. */
const INITIAL_DEVIATION = 0.1;

/** So often the documents are ordered anew, and what was learned is kept. */
const ROUND_STEPS = 500;

/**
 * Learns rows such that texts which belong together have means that point the same way. Each step draws from a stream of its own,
 * so that a run which goes on from a checkpoint ends with the same rows, to the bit. Gives tokens × dimensions.
 */
export async function train(
  {parts, tasks, alike}: TrainingInput,
  {dimensions, steps, batchSize, scale, rate, warmUpSteps, seed}: TrainingSpec,
  {threads = 1, checkpoint, onResume, onStep}: TrainingOptions = {}
): Promise<Float32Array> {
  const random = new Random(seed);
  const capacity = {bags: batchSize, ids: batchSize * MAX_TOKENS};
  const trainer = new TableTrainer(parts, dimensions, capacity);
  const kept = await checkpoint?.read();
  if (kept) {
    trainer.restore(kept);
    onResume?.(kept.steps);
  } else fillAtRandom(trainer.state.rows, random.fork("rows"));
  const contraster = await createContraster(dimensions, scale, threads);
  try {
    for (let step = trainer.state.steps; step < steps; ++step) {
      if (step % ROUND_STEPS === 0 && step > 0) {
        if (step > (kept?.steps ?? 0)) await checkpoint?.write(trainer.state);
        alike.order(trainer.composeTable(), dimensions, random.fork(`order ${step}`));
      }
      const {task, left, right} = drawBatch(tasks, batchSize, random.fork(`step ${step}`), alike);
      const {loss, leftGradient, rightGradient} = await contraster.contrast(
        ...trainer.toUnits(left, right)
      );
      const warmth = Math.min(1, (step + 1) / warmUpSteps);
      trainer.step([leftGradient, rightGradient], rate * warmth * (1 - step / steps));
      await onStep?.({step: step + 1, task, loss, toTable: () => trainer.composeTable()});
    }
  } finally {
    await contraster.close();
  }
  return trainer.composeTable().slice();
}

function fillAtRandom(rows: Float32Array, random: Random): void {
  for (let i = 0; i < rows.length; ++i) rows[i] = random.normal(0, INITIAL_DEVIATION);
}
