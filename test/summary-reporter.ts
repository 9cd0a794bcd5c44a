import type {Reporter, TestModule} from "vitest/node";

/** Ends a run with the one line that every machine can read: `N passed, N failed, N skipped`. */
export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let [passed, failed, skipped] = [0, 0, 0];
    for (const module of modules) {
      if (module.errors().length > 0) ++failed;
      for (const test of module.children.allTests()) {
        const {state} = test.result();
        if (state === "passed") ++passed;
        else if (state === "failed") ++failed;
        else ++skipped;
      }
    }
    process.once("exit", () =>
      console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
    );
  }
}
