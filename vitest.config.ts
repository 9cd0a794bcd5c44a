import {playwright} from "@vitest/browser-playwright";
import {defineConfig} from "vitest/config";
import {CHROMIUM_FLAGS, findChromium} from "./test/chromium.ts";
import {SummaryReporter} from "./test/summary-reporter.ts";

const BROWSER_TESTS = "test/browser/**/*.test.ts";
const SITE_TESTS = "test/site/**/*.test.ts";
const TIMEOUT_MS = 60_000;

export default defineConfig({
  test: {
    reporters: ["default", new SummaryReporter()],
    testTimeout: TIMEOUT_MS,
    hookTimeout: TIMEOUT_MS,
    projects: [
      {
        extends: true,
        test: {name: "node", include: ["test/**/*.test.ts"], exclude: [BROWSER_TESTS, SITE_TESTS]}
      },
      {
        extends: true,
        // duckdb-wasm and transformers.js find their workers beside themselves, which pre-bundling breaks
        optimizeDeps: {
          exclude: ["@duckdb/duckdb-wasm", "@huggingface/transformers"],
          include: ["apache-arrow", "dexie", "lit", "lit/decorators.js", "@cfworker/json-schema"]
        },
        logLevel: "error",
        test: {
          name: "browser",
          include: [BROWSER_TESTS],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
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
          name: "site",
          include: [SITE_TESTS],
          globalSetup: ["test/site/setup.ts"],
          fileParallelism: false,
          testTimeout: 3 * TIMEOUT_MS,
          hookTimeout: 3 * TIMEOUT_MS
        }
      }
    ]
  }
});
