import {spawn} from "node:child_process";
import {constants, setPriority} from "node:os";
import {text} from "node:stream/consumers";
import {fileURLToPath} from "node:url";

/**
 * npm test: the tests, and beside them the checks in the time that they leave over, as half of it goes by in waiting for browsers.
 * A check that fails ends the tests too. Checks that pass say nothing, so that the tests' summary stands last.
 */
async function runAll(args: readonly string[]): Promise<number> {
  const check = spawn(process.execPath, ["--import", "tsx", "test/check.ts"], {
    stdio: ["ignore", "pipe", "pipe"]
  });
  if (check.pid !== undefined) setPriority(check.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const vitest = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));
  const tests = spawn(process.execPath, [vitest, "run", ...args], {stdio: "inherit"});
  const [checked, tested] = await Promise.all([
    Promise.all([text(check.stdout), text(check.stderr), toCode(check)]).then(
      ([out, err, code]) => {
        if (code !== 0) {
          process.stderr.write(`${out}${err}checks failed: the tests are ended\n`);
          tests.kill("SIGINT");
        }
        return code;
      }
    ),
    toCode(tests)
  ]);
  return checked || tested;
}

/** The exit code; one where a signal ended the process. */
function toCode(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

process.exitCode = await runAll(process.argv.slice(2));
