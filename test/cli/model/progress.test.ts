import {expect, test} from "vitest";
import {createProgress} from "../../../src/cli/model/progress.ts";

test("createProgress(write) tells stages, and the time left by what was done since the stage began", () => {
  const lines: string[] = [];
  let now = 0;
  const progress = createProgress(
    (line) => lines.push(line),
    () => now
  );
  progress.stage("train");
  now = 1000;
  // it goes on from another run's 5,000 steps
  progress.update(5001, 6001);
  now = 2000;
  progress.update(5002, 6001);
  now = 11_000;
  progress.update(5101, 6001, "loss 2");
  now = 61_000;
  progress.note("halfway");
  progress.stage("score");
  expect(lines).toEqual([
    "0.0 s: train\n",
    "  5101 of 6001, 1.5 min left, loss 2\n",
    "  halfway\n",
    "61.0 s: score\n"
  ]);
});
