import type {TestSpecification} from "vitest/node";
import {BaseSequencer} from "vitest/node";

/** Files that are short to read and long to run. */
const LONG = [
  "test/e2e/pages.test.ts",
  "test/e2e/untrusted.test.ts",
  "test/browser/contract/contract.test.ts",
  "test/contract/contract.test.ts"
];

/**
 * Begins with what takes longest: else one worker waits for the other at the end of a project. In a fresh clone Vitest
 * knows no durations, and begins with the files that have the most bytes.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

function isLong({moduleId}: TestSpecification): boolean {
  return LONG.some((path) => moduleId.endsWith(path));
}
