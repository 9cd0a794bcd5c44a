import {playwright} from "@vitest/browser-playwright";
import {defineConfig} from "vitest/config";
import type {BrowserCommand} from "vitest/node";
import {bundledWorkers} from "./test/bundled-workers.ts";
import {CHROMIUM_FLAGS, findChromium} from "./test/chromium.ts";
import {LongestFirst} from "./test/longest-first.ts";
import {SummaryReporter} from "./test/summary-reporter.ts";

/** The contract's files as Node reads them, for the browser to compare with. */
const readNatively: BrowserCommand<[]> = async ({project}) => {
  const {readNatively} = await project.import<{readNatively: () => Promise<unknown>}>(
    "/test/contract/read-natively.ts"
  );
  return readNatively();
};

const BROWSER_TESTS = "test/browser/**/*.test.ts";
const E2E_TESTS = "test/e2e/**/*.test.ts";
const TIMEOUT_MS = 60_000;
/** How long what is polled for may take: on two cores that run all suites at once a second is little. */
const POLL_MS = 15_000;

export default defineConfig({
  test: {
    reporters: ["default", new SummaryReporter()],
    // two cores, two workers, one project after the other: side by side they would wait for each other
    maxWorkers: 2,
    sequence: {sequencer: LongestFirst},
    testTimeout: TIMEOUT_MS,
    hookTimeout: TIMEOUT_MS,
    expect: {poll: {timeout: POLL_MS}},
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: [BROWSER_TESTS, E2E_TESTS],
          // the files of a worker share what they import: loading it anew for 200 files takes longer than most of them
          isolate: false,
          sequence: {groupOrder: 0}
        }
      },
      {
        extends: true,
        plugins: [bundledWorkers()],
        // duckdb-wasm and transformers.js find their workers beside themselves, which pre-bundling breaks
        optimizeDeps: {
          exclude: ["@duckdb/duckdb-wasm", "@huggingface/tokenizers", "@huggingface/transformers"],
          // whatever is found while tests run reloads them: dependencies of components and of the readers' worker are named here
          include: [
            "@cfworker/json-schema",
            "@codemirror/autocomplete",
            "@codemirror/commands",
            "@codemirror/lang-sql",
            "@codemirror/language",
            "@codemirror/lint",
            "@codemirror/state",
            "@codemirror/view",
            "@e965/xlsx",
            "@e965/xlsx/dist/cpexcel.full.mjs",
            "@github/combobox-nav",
            "@lezer/highlight",
            "@lit/task",
            "apache-arrow",
            "axe-core",
            "chardet",
            "chrono-node",
            "compromise",
            "dexie",
            "exifr",
            "fastest-levenshtein",
            "fflate",
            "fit-file-parser",
            "fit-file-parser/encoder",
            "htmlparser2",
            "hyparquet",
            "hyparquet-compressors",
            "hyparquet-writer",
            "ical.js",
            "lit",
            "lit/decorators.js",
            "lit/directives/keyed.js",
            "lit/directives/live.js",
            "lit/directives/repeat.js",
            "lit/directives/until.js",
            "luxon",
            "papaparse",
            "plotly.js-cartesian-dist-min",
            "postal-mime",
            "saxes",
            "sql.js",
            "unpdf",
            "uqr",
            "vader-sentiment",
            "yaml",
            "zxing-wasm/reader"
          ]
        },
        logLevel: "error",
        test: {
          name: "browser",
          include: [BROWSER_TESTS],
          // the files of a worker share a page: loading hundreds of modules anew costs more than most files' tests
          isolate: false,
          setupFiles: ["test/browser/shared-page.ts"],
          sequence: {groupOrder: 1},
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: {readNatively},
            provider: playwright({
              launchOptions: {executablePath: findChromium(), args: CHROMIUM_FLAGS}
            }),
            instances: [{browser: "chromium"}]
          }
        }
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: [E2E_TESTS],
          globalSetup: ["test/e2e/setup.ts"],
          setupFiles: ["test/e2e/site-built.ts"],
          sequence: {groupOrder: 2},
          // pages are opened side by side: most of a visit is waiting
          maxConcurrency: 8,
          testTimeout: 3 * TIMEOUT_MS,
          hookTimeout: 3 * TIMEOUT_MS
        }
      }
    ]
  }
});
